import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { areaOf } from '../framework/grade-order.ts';
import type { Gate } from './gate.ts';
import { standsBetween } from '../finalising/stands-between.ts';
import { listed } from './listed.ts';

/** What the panel settled is what the draft says, its points are answered, and no area waits for more evidence. */
export function outcomesGate(state: DraftState, framework: Framework): Gate {
  const revealed = state.moderation.rounds.filter((round) => round.standing === 'revealed');
  const areas = [...new Set(revealed.flatMap((round) => round.areas))];
  const found = areas.flatMap((area) => {
    const last = revealed.findLast((round) => round.areas.includes(area));
    const why = standsBetween(settled(state.grades[area]), last?.outcomes[area]?.at(-1));
    return why === null ? [] : [{ area, title: areaOf(framework, area)?.title ?? area, why }];
  });
  const titles = (...whys: readonly string[]): readonly string[] =>
    found.filter((one) => whys.includes(one.why)).map((one) => one.title);
  const sentence = (words: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${words}: ${listed(names)}.`];
  const told = [
    ...sentence('The panel found the evidence not sufficient, and has not graded it again', titles('gather')),
    ...sentence('Points of the panel are not answered', titles('points')),
    ...sentence('The draft’s grade is not the one that was agreed', titles('differs')),
    ...sentence('Revealed and not decided', titles('undecided')),
  ];
  const first = found.find((one) => one.why !== 'differs') ?? found[0];
  const blocked = titles('gather', 'points').length > 0;
  const reason = settled(state.reasons['panel-outcomes']);
  return {
    id: 'panel-outcomes',
    title: 'The panel’s outcomes are in the draft',
    told:
      told.length > 0
        ? told.join(' ')
        : areas.length === 0
          ? 'No round was revealed'
          : 'Grades and answers follow what was settled',
    status: blocked
      ? 'blocking'
      : found.length > 0
        ? reason === null
          ? 'reason-needed'
          : 'done'
        : areas.length === 0
          ? 'not-needed'
          : 'done',
    rule: blocked || found.length === 0 ? null : 'panel-outcomes',
    goTo:
      first === undefined ? null : { screen: first.why === 'differs' ? 'write' : 'panel', area: first.area },
  };
}
