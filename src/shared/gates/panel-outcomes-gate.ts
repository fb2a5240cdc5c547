import type { DraftState } from '../judgment/draft-state.ts';
import { besideFields } from '../judgment/changed-since.ts';
import { settled } from '../records/settled.ts';
import { areaOf } from '../framework/grade-order.ts';
import { areasOfPanel, type StandsBetween } from '../finalising/stands-between.ts';
import type { GradeValue } from '../values/grade-value.ts';
import { areaRow } from './area-row.ts';
import { defineGate } from './gate.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { outcomeField } from '../moderation/moderation-fields.ts';
import { listed } from './listed.ts';

const rowWords: Readonly<Record<StandsBetween, string>> = {
  gather: 'The evidence was found not sufficient',
  points: 'Points of the panel are not answered',
  differs: 'The draft’s grade is not the one that was agreed',
  undecided: 'Revealed and not decided',
  dissent: 'A dissent of an earlier round stands, and who dissented lodged in no later one',
};

const sentences = Object.entries({
  ...rowWords,
  gather: 'The panel found the evidence not sufficient, and has not graded it again',
});

/** Every area that a revealed round graded, the round that it comes from, and what stands between it and being final. */
function areasOfRounds({ moderation, grades }: DraftState): readonly {
  readonly area: string;
  readonly round: number;
  readonly why: StandsBetween | null;
}[] {
  const gradeOf = (area: string): GradeValue | null => settled(grades[area]);
  return areasOfPanel(moderation.rounds, gradeOf).map(({ area, round, why }) => ({
    area,
    round: round.number,
    why,
  }));
}

/** What the panel settled is what the draft says, its points are answered, and no area waits for more evidence. */
export const panelOutcomesGate = defineGate({
  id: 'panel-outcomes',
  title: 'The panel’s outcomes are in the draft',
  rule: 'panel-outcomes',
  reasonRestsOn: (field) => gradeField.is(field) || outcomeField.is(field) || field === besideFields.grading,
  check: (state, framework) => {
    const areas = areasOfRounds(state);
    const open = areas.filter(({ why }) => why !== null);
    const first = open.find(({ why }) => why !== 'differs') ?? open[0];
    if (first === undefined)
      return areas.length === 0
        ? { status: 'not-needed', detail: 'No round was revealed', rule: null }
        : { status: 'done', detail: 'Grades and answers follow what was settled', rule: null };
    const detail = sentences.flatMap(([why, words]) => {
      const titles = open
        .filter((area) => area.why === why)
        .map(({ area }) => areaOf(framework, area)?.title ?? area);
      return titles.length === 0 ? [] : [`${words}: ${listed(titles)}.`];
    });
    const isBlocked = open.some(({ why }) => why === 'gather' || why === 'points');
    return {
      status: isBlocked ? 'blocking' : 'reason-needed',
      detail: detail.join(' '),
      goTo: { screen: first.why === 'differs' ? 'write' : 'panel', area: first.area },
      ...(isBlocked ? { rule: null } : {}),
    };
  },
  looksAt: (state, framework) =>
    areasOfRounds(state).flatMap(({ area: id, round, why }) => {
      const area = areaOf(framework, id);
      if (area === undefined) return [];
      const detail = why === null ? `Settled in round ${round}` : rowWords[why];
      return [areaRow(area, detail, why === null, why === 'differs' ? 'write' : 'panel')];
    }),
});
