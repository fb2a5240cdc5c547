import { narrativeField } from '../draft/judgment-fields.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { areaOf } from '../framework/grade-order.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import { count } from '../words.ts';
import { areaRow } from './area-row.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

/** Whether any text, point or grade has been written. */
export function hasText({ narratives, points, improvements, grades }: DraftState): boolean {
  return (
    [...Object.values(narratives), ...Object.values(points), ...Object.values(grades)].some(
      (field) => settled<unknown>(field) !== null,
    ) || (settled(improvements)?.length ?? 0) > 0
  );
}

/** The sections and areas of a report that are prose, each with how many words stand in it. */
function written(
  { narratives }: DraftState,
  { sections, areas }: Framework,
): readonly { readonly id: string; readonly title: string; readonly words: number }[] {
  return [...sections.filter((section) => !section.points), ...areas].map(({ id, title }) => ({
    id,
    title,
    words: (settled(narratives[id]) ?? '').match(/\p{L}+/gu)?.length ?? 0,
  }));
}

/** No area and no section of the report is without words, or a reason says why. */
export const areasWithoutWordsGate = defineGate({
  id: 'areas-without-words',
  title: 'Every area and section has words',
  rule: 'areas-without-words',
  reasonRestsOn: narrativeField.is,
  check: (state, framework) => {
    const all = written(state, framework);
    const empty = all.filter(({ words }) => words === 0);
    return empty[0] === undefined
      ? { status: 'done', detail: `${all.length} of ${all.length}` }
      : {
          status: 'reason-needed',
          detail: `Without words: ${listed(empty.map(({ title }) => title))}.`,
          goTo: { screen: 'write', area: empty[0].id },
        };
  },
  looksAt: (state, framework, reason) =>
    written(state, framework).map(({ id, title, words }) => {
      const area = areaOf(framework, id);
      const [said, isSettled] = [
        words === 0 ? 'No words' : count(words, 'word'),
        words > 0 || reason !== null,
      ];
      return area === undefined
        ? { title, detail: said, isSettled, goTo: { screen: 'write', area: id } }
        : areaRow(area, said, isSettled, 'write');
    }),
});
