import { gradeWords } from '../documents/grade-table.ts';
import { areaOf } from '../framework/grade-order.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { Limiter } from '../framework/limiter-schema.ts';
import { areasOfRule, evaluateLimiter } from '../framework/limiting-rules.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { factsThatHold } from '../judgment/facts-that-hold.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import { settled } from '../records/settled.ts';
import { areaRow } from './area-row.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { factField, frameworkField } from '../framework/rule-fields.ts';
import { defineGate, type Gate } from './gate.ts';

/** A gate for each limiting rule of a framework: hard ones block, soft ones ask for a reason. */
export function limitingRuleGates({ limiters }: Framework): readonly Gate[] {
  return limiters.map((limiter) =>
    defineGate({
      id: `limiter-${limiter.id}`,
      title: limiter.title,
      rule: limiter.force === 'soft' ? limiter.id : null,
      reasonRestsOn: (field) =>
        areasOfRule(limiter).includes(gradeField.partsOf(field)?.area ?? '') ||
        limiter.when.some((when) => when.on === 'fact' && factField.partsOf(field)?.fact === when.fact) ||
        frameworkField.is(field),
      check: (state, framework, reason) => {
        const { holds, applies, detail } = evaluateLimiter(
          framework,
          limiter,
          gradesByArea(state),
          factsThatHold(state),
        );
        const recorded = holds || reason === null ? [] : [`Reason recorded: ${reason}`];
        return {
          status: !holds
            ? limiter.force === 'hard'
              ? 'blocking'
              : 'reason-needed'
            : applies
              ? 'done'
              : 'not-needed',
          detail: [detail, ...factsRecorded(limiter, state), ...recorded].join(' '),
          goTo: holds ? null : { screen: 'write', area: limiter.then.area },
        };
      },
      /** The areas that the rule turns on, and the one that it holds. */
      looksAt: (state, framework) =>
        areasOfRule(limiter).flatMap((id) => {
          const area = areaOf(framework, id);
          return area === undefined ? [] : [areaRow(area, gradeWords(state, framework, id), true, 'write')];
        }),
    }),
  );
}

/** What was recorded of each fact that the rule turns on, with the notes that show it. */
function factsRecorded({ when }: Limiter, state: DraftState): readonly string[] {
  return when.flatMap((condition) => {
    const recorded = condition.on === 'fact' ? settled(state.facts[condition.fact]) : null;
    if (recorded === null) return [];
    const codes = state.notes.filter((note) => recorded.notes.includes(note.id)).map((note) => note.code);
    return [`Recorded${codes.length === 0 ? '' : ` on ${codes.join(', ')}`}: ${recorded.reason}`];
  });
}
