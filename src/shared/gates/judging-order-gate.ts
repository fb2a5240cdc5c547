import type { DraftState } from '../judgment/draft-state.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import { settled } from '../records/settled.ts';
import type { Area, Framework } from '../framework/framework-schema.ts';
import { areaOf } from '../framework/grade-order.ts';
import { areaRow } from './area-row.ts';
import { defineGate } from './gate.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { listed } from './listed.ts';

/** Every area that is judged after others, with those that have no grade yet, and whether it was graded before them. */
function inOrder(
  state: DraftState,
  { areas }: Framework,
): readonly { readonly area: Area; readonly open: readonly string[]; readonly isEarly: boolean }[] {
  const grades = gradesByArea(state);
  return areas
    .filter((area) => area.after.length > 0)
    .map((area) => {
      const open = area.after.filter((before) => settled(state.grades[before]) === null);
      return { area, open, isEarly: grades[area.id] !== undefined && open.length > 0 };
    });
}

/** The parts are judged before the whole. Not asked where the framework has no order. */
export const judgingOrderGate = defineGate({
  id: 'judging-order',
  title: 'The parts are judged before the whole',
  rule: 'judging-order',
  reasonRestsOn: gradeField.is,
  check: (state, framework, reason) => {
    const ordered = inOrder(state, framework);
    if (ordered.length === 0) return null;
    const isHard = framework.order === 'hard';
    const standsFor = isHard ? { rule: null } : {};
    const early = ordered.filter(({ isEarly }) => isEarly);
    if (ordered.every(({ area }) => settled(state.grades[area.id]) === null))
      return { status: 'not-needed', detail: 'No such area is graded yet', ...standsFor };
    if (early.length === 0) return { status: 'done', detail: 'In the order of the framework', ...standsFor };
    const remedy = isHard
      ? ': this framework allows no exception.'
      : reason === null
        ? ', or record why the order was left.'
        : `. Reason recorded: ${reason}`;
    return {
      status: isHard ? 'blocking' : 'reason-needed',
      detail: `Graded before its parts: ${listed(early.map(({ area }) => area.title))}. Grade the parts first${remedy}`,
      goTo: { screen: 'write' },
      ...standsFor,
    };
  },
  looksAt: (state, framework) => {
    const titles = (ids: readonly string[]): string =>
      ids.map((id) => areaOf(framework, id)?.title ?? id).join(', ');
    return inOrder(state, framework).map(({ area, open, isEarly }) =>
      areaRow(
        area,
        open.length === 0 ? `After ${titles(area.after)}` : `Not graded yet: ${titles(open)}`,
        !isEarly,
        'write',
      ),
    );
  },
});
