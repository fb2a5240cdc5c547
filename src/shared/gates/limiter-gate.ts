import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { LimiterFinding } from '../framework/limiting-rules.ts';
import type { Gate } from './gate.ts';

/** One limiting rule of the framework: hard ones block, soft ones ask for a reason. */
export function limiterGate(finding: LimiterFinding, state: DraftState, framework: Framework): Gate {
  const reason = settled(state.reasons[finding.limiter]);
  const status = finding.holds
    ? finding.applies
      ? 'done'
      : 'not-needed'
    : finding.force === 'hard'
      ? 'blocking'
      : reason === null
        ? 'reason-needed'
        : 'done';
  return {
    id: `limiter-${finding.limiter}`,
    title: finding.title,
    told: [
      finding.told,
      ...shownBy(finding, state, framework),
      ...(!finding.holds && reason !== null && finding.force === 'soft'
        ? [`Reason recorded: ${reason}`]
        : []),
    ].join(' '),
    status,
    rule: finding.force === 'soft' ? finding.limiter : null,
    goTo: finding.holds ? null : { screen: 'write', area: finding.area },
  };
}

/** What was recorded of each fact that the rule turns on, with the notes that show it. */
function shownBy(finding: LimiterFinding, state: DraftState, framework: Framework): readonly string[] {
  const rule = framework.limiters.find((one) => one.id === finding.limiter);
  return (rule?.when ?? []).flatMap((condition) => {
    const recorded = condition.on === 'fact' ? settled(state.facts[condition.fact]) : null;
    if (recorded === null) return [];
    const codes = state.notes.filter((note) => recorded.notes.includes(note.id)).map((note) => note.code);
    return [`Recorded${codes.length === 0 ? '' : ` on ${codes.join(', ')}`}: ${recorded.reason}`];
  });
}
