import { gradeWords } from '../documents/grade-table.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import { settled } from '../records/settled.ts';
import { linkedEvidence } from '../coverage/linked-evidence.ts';
import type { Area } from '../framework/framework-schema.ts';
import { areaOf } from '../framework/grade-order.ts';
import { count } from '../words.ts';
import { standsBetween } from '../finalising/stands-between.ts';
import type { LookedAt, Looking } from './looking.ts';

function row(
  area: Area,
  found: string,
  isSettled: boolean,
  screen: 'write' | 'evidence' | 'panel',
): LookedAt {
  return { what: area.title, found, area: area.id, settled: isSettled, goTo: { screen, area: area.id } };
}

/** Every area that gets a grade, with its grade or why it has none. */
export const areasGraded: Looking = (state, framework) =>
  framework.areas
    .filter((area) => area.scale !== null)
    .map((area) =>
      row(area, gradeWords(state, framework, area.id), settled(state.grades[area.id]) !== null, 'write'),
    );

/** Every area with criteria, with its grade and how many notes of how many people stand under it. */
export const areasResting: Looking = (state, framework) => {
  const linked = linkedEvidence(state);
  const grades = gradesByArea(state);
  return framework.areas
    .filter((area) => area.criteria.length > 0)
    .map((area) => {
      const notes = area.criteria.flatMap((one) => (linked.get(one.id) ?? []).map(({ note }) => note));
      const bare = area.criteria.filter((one) => (linked.get(one.id) ?? []).length === 0).length;
      const told =
        notes.length === 0
          ? 'no note is linked'
          : `${count(new Set(notes.map((note) => note.id)).size, 'note')} by ${new Set(notes.map((note) => note.author)).size} of the team`;
      const without =
        notes.length === 0 || bare === 0 ? '' : `; ${bare} of ${area.criteria.length} criteria have none`;
      return row(
        area,
        `${gradeWords(state, framework, area.id)}: ${told}${without}`,
        notes.length > 0 || grades[area.id] === undefined,
        'evidence',
      );
    });
};

/** Every area that is judged after others, with those. */
export const areasInOrder: Looking = (state, framework) => {
  const grades = gradesByArea(state);
  return framework.areas
    .filter((area) => area.after.length > 0)
    .map((area) => {
      const open = area.after.filter((before) => settled(state.grades[before]) === null);
      const titles = (ids: readonly string[]): string =>
        ids.map((id) => areaOf(framework, id)?.title ?? id).join(', ');
      const told = open.length === 0 ? `After ${titles(area.after)}` : `Not graded yet: ${titles(open)}`;
      return row(area, told, open.length === 0 || grades[area.id] === undefined, 'write');
    });
};

/** The areas that a limiting rule turns on, and the one that it holds. */
export function areasUnderRule(rule: string): Looking {
  return (state, framework) => {
    const limiter = framework.limiters.find((one) => one.id === rule);
    if (limiter === undefined) return [];
    const when = limiter.when.flatMap((one) =>
      one.on === 'grade' ? [one.area] : one.on === 'count' ? one.areas : [],
    );
    return [...new Set([...when, limiter.then.area])].flatMap((id) => {
      const area = areaOf(framework, id);
      return area === undefined ? [] : [row(area, gradeWords(state, framework, id), true, 'write')];
    });
  };
}

const between = {
  undecided: 'Revealed and not decided',
  differs: 'The draft’s grade is not the one that was agreed',
  points: 'Points of the panel are not answered',
  gather: 'The evidence was found not sufficient',
} as const;

/** Every area that a revealed round graded, with what stands between it and being final. */
export const areasSettled: Looking = (state, framework) => {
  const revealed = state.moderation.rounds.filter((round) => round.standing === 'revealed');
  return [...new Set(revealed.flatMap((round) => round.areas))].flatMap((id) => {
    const area = areaOf(framework, id);
    const last = revealed.findLast((round) => round.areas.includes(id));
    if (area === undefined || last === undefined) return [];
    const why = standsBetween(settled(state.grades[id]), last.outcomes[id]?.at(-1));
    const told = why === null ? `Settled in round ${last.number}` : between[why];
    return [row(area, told, why === null, why === 'differs' ? 'write' : 'panel')];
  });
};
