import type { Ratings } from '../../shared/agreement/ratings.ts';
import { disagreementMatrix } from '../../shared/agreement/confusion-table.ts';
import { pairsApart, type PairsApart } from '../../shared/agreement/pairs-apart.ts';
import type { Framework, Scale } from '../../shared/framework/framework-schema.ts';
import { rankOf, scaleOf } from '../../shared/framework/grade-order.ts';
import { answerAfter, independentAnswer } from '../../shared/moderation/independent-grades.ts';
import type { GradeAnswer } from '../../shared/moderation/lodged-grades.ts';
import type { Round } from '../../shared/moderation/round.ts';

/** Before discussion: independent; after it: what each confirmed or moved to. */
export type When = 'before' | 'after';

/** A member's answer for an area. */
export function answerOf(round: Round, person: string, area: string, when: When): GradeAnswer | null {
  return when === 'before'
    ? independentAnswer(round.lodgings, person, area)
    : answerAfter(round, person, area);
}

/** A grade's rank on a scale, 0 best; null for no grade. */
function rank(scale: Scale | undefined, answer: GradeAnswer | null): number | null {
  if (scale === undefined || answer === null || !('grade' in answer)) return null;
  const at = rankOf(scale, answer.grade);
  return at < 0 ? null : at;
}

/** Ranks of an area, one for each participant in their order; null where there is no grade. */
export function ranksOf(
  round: Round,
  framework: Framework,
  area: string,
  when: When,
): readonly (number | null)[] {
  const scale = scaleOf(framework, area);
  return round.participants.map((person) => rank(scale, answerOf(round, person, area, when)));
}

/** A round's ranks: one row an area, one column a participant. */
function roundRatings(round: Round, framework: Framework, when: When): Ratings {
  return round.areas.map((area) => ranksOf(round, framework, area, when));
}

/** What one round can say of agreement: counts of pairs, and which grades stood against which. */
export function roundFigures(
  round: Round,
  framework: Framework,
  when: When,
): { readonly pairs: PairsApart; readonly matrix: readonly (readonly number[])[] } {
  const ratings = roundRatings(round, framework, when);
  const size = Math.max(0, ...round.areas.map((area) => scaleOf(framework, area)?.grades.length ?? 0));
  const values = Array.from({ length: size }, (_value, at) => at);
  return { pairs: pairsApart(ratings), matrix: disagreementMatrix(ratings, values) };
}
