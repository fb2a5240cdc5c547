import type { DraftState } from '../../draft/draft-state.ts';
import { gradesByArea } from '../../draft/grades-by-area.ts';
import { settled } from '../../draft/settled.ts';
import type { Framework } from '../../framework/framework-schema.ts';
import type { Gate } from '../gate.ts';
import { listed } from './listed.ts';

/** The parts are judged before the whole; null where the framework has no order. */
export function orderGate(state: DraftState, framework: Framework): Gate | null {
  const ordered = framework.areas.filter((area) => area.after.length > 0);
  if (ordered.length === 0) return null;
  const grades = gradesByArea(state);
  const early = ordered.filter(
    (area) =>
      grades[area.id] !== undefined && area.after.some((before) => settled(state.grades[before]) === null),
  );
  const reason = settled(state.reasons['judging-order']);
  return {
    id: 'judging-order',
    title: 'The parts are judged before the whole',
    told:
      early.length === 0
        ? 'In the order of the framework'
        : `Graded before its parts: ${listed(early.map((area) => area.title))}.`,
    status: early.length === 0 ? 'done' : reason === null ? 'reason-needed' : 'done',
    rule: 'judging-order',
    goTo: early.length === 0 ? null : { screen: 'write' },
  };
}
