import { scaleKey } from './pool-rounds.ts';
import type { RevealedRound } from './revealed-rounds.ts';
import type { Ratings } from '../../../shared/agreement/ratings.ts';
import type { Scale } from '../../../shared/framework/framework-schema.ts';
import { rankOf, scaleOf } from '../../../shared/framework/grade-order.ts';
import { answerAfter, independentAnswer } from '../../../shared/moderation/independent-grades.ts';

/** Ranks, 0 best: one row an area of a round, one column a person in the order of `people`. */
export function rankRounds(
  rounds: readonly RevealedRound[],
  scale: Scale,
  people: readonly string[],
  when: 'before' | 'after',
): Ratings {
  return rounds.flatMap(({ round, framework }) =>
    round.areas
      .filter((area) => scaleKey(scaleOf(framework, area)) === scaleKey(scale))
      .map((area) =>
        people.map((person) => {
          if (!round.participants.includes(person)) return null;
          const answer =
            when === 'before'
              ? independentAnswer(round.lodgings, person, area)
              : answerAfter(round, person, area);
          if (answer === null || !('grade' in answer)) return null;
          const rank = rankOf(scale, answer.grade);
          return rank < 0 ? null : rank;
        }),
      ),
  );
}

/**
 * Rounds with each area of a draft once, so that a round that grades it again makes no second unit: as it was graded
 * first before discussion, since what follows is no longer independent of that; as it was graded last after discussion.
 * `rounds` stand in the order of their reveals.
 */
export function eachAreaOnce(
  rounds: readonly RevealedRound[],
  when: 'before' | 'after',
): readonly RevealedRound[] {
  return rounds.map((one, at) => {
    const others = (when === 'before' ? rounds.slice(0, at) : rounds.slice(at + 1)).filter(
      ({ draft }) => draft === one.draft,
    );
    const areas = one.round.areas.filter((area) => !others.some(({ round }) => round.areas.includes(area)));
    return { ...one, round: { ...one.round, areas } };
  });
}
