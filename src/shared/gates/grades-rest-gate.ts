import { linkedEvidence } from '../coverage/linked-evidence.ts';
import { gradeWords } from '../documents/grade-table.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { count } from '../words.ts';
import { areaRow } from './area-row.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

/** How many links stand, from how many notes, and under which areas. */
function linkedAreas(
  { links }: DraftState,
  framework: Framework,
): { readonly standing: number; readonly notes: number; readonly areas: ReadonlySet<string> } {
  const [criteria, notes] = [new Set<string>(), new Set<string>()];
  let standing = 0;
  for (const { criterion, note, values } of links) {
    if (!values.some(({ value }) => value !== 'none')) continue;
    standing += 1;
    criteria.add(criterion);
    notes.add(note);
  }
  const areas = framework.areas.filter((area) => area.criteria.some(({ id }) => criteria.has(id)));
  return { standing, notes: notes.size, areas: new Set(areas.map(({ id }) => id)) };
}

/** Every grade has a note linked under its area. */
export const gradesRestGate = defineGate({
  id: 'grades-rest',
  title: 'Every grade rests on evidence',
  check: (state, framework) => {
    const { standing, notes, areas: linked } = linkedAreas(state, framework);
    const grades = gradesByArea(state);
    const bare = framework.areas.filter(
      ({ id, criteria }) => criteria.length > 0 && grades[id] !== undefined && !linked.has(id),
    );
    if (bare[0] !== undefined)
      return {
        status: 'blocking',
        detail: `No note is linked under: ${listed(bare.map((area) => area.title))}.`,
        goTo: { screen: 'evidence', area: bare[0].id },
      };
    return {
      status: Object.keys(grades).length === 0 ? 'not-needed' : 'done',
      detail: `${count(standing, 'link')} from ${count(notes, 'note')}`,
    };
  },
  /** Of each area, how many notes of how many people stand under it. */
  looksAt: (state, framework) => {
    const linked = linkedEvidence(state);
    const grades = gradesByArea(state);
    return framework.areas
      .filter((area) => area.criteria.length > 0)
      .map((area) => {
        const byCriterion = area.criteria.map(({ id }) => (linked.get(id) ?? []).map(({ note }) => note));
        const notes = byCriterion.flat();
        const bare = byCriterion.filter((under) => under.length === 0).length;
        const rests =
          notes.length === 0
            ? 'no note is linked'
            : `${count(new Set(notes.map((note) => note.id)).size, 'note')} by ${new Set(notes.map((note) => note.author)).size} of the team`;
        const without =
          notes.length === 0 || bare === 0 ? '' : `; ${bare} of ${area.criteria.length} criteria have none`;
        return areaRow(
          area,
          `${gradeWords(state, framework, area.id)}: ${rests}${without}`,
          notes.length > 0 || grades[area.id] === undefined,
          'evidence',
        );
      });
  },
});
