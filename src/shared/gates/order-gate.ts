import type { DraftState } from '../judgment/draft-state.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import { settled } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { Gate } from './gate.ts';
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
  const hard = framework.order === 'hard';
  const reason = hard ? null : settled(state.reasons['judging-order']);
  return {
    id: 'judging-order',
    title: 'The parts are judged before the whole',
    told:
      early.length === 0
        ? 'In the order of the framework'
        : `Graded before its parts: ${listed(early.map((area) => area.title))}. Grade the parts first${hard ? ': this framework allows no exception.' : reason === null ? ', or record why the order was left.' : `. Reason recorded: ${reason}`}`,
    status: early.length === 0 || reason !== null ? 'done' : hard ? 'blocking' : 'reason-needed',
    rule: hard ? null : 'judging-order',
    goTo: early.length === 0 ? null : { screen: 'write' },
  };
}
