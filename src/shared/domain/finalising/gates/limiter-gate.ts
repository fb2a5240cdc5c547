import type { DraftState } from '../../draft/draft-state.ts';
import { settled } from '../../draft/settled.ts';
import type { LimiterFinding } from '../../framework/limiting-rules.ts';
import type { Gate } from '../gate.ts';

/** One limiting rule of the framework: hard ones block, soft ones ask for a reason. */
export function limiterGate(finding: LimiterFinding, state: DraftState): Gate {
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
    told:
      !finding.holds && reason !== null && finding.force === 'soft'
        ? `${finding.told} Reason recorded: ${reason}`
        : finding.told,
    status,
    rule: finding.force === 'soft' ? finding.limiter : null,
    goTo: finding.holds ? null : { screen: 'write', area: finding.area },
  };
}
