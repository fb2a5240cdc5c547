import { agreementWithout, type Agreement } from '../../../src/shared/agreement/measure-agreement.ts';
import { bootstrapDraws } from '../../../src/shared/agreement/bootstrap-draws.ts';
import { bootstrapIntervals } from '../../../src/shared/agreement/bootstrap-intervals.ts';
import { ratingPatterns } from '../../../src/shared/agreement/rating-patterns.ts';
import type { Ratings } from '../../../src/shared/agreement/ratings.ts';
import { seeded } from '../../../src/shared/agreement/seeded-generator.ts';

/** The agreement of `ratings` with 95 % intervals by `draws` bootstrap draws over units from `seed`, all at once. */
export function measureAgreement(
  ratings: Ratings,
  { seed, draws, scale }: { seed: number; draws: number; scale?: readonly number[] },
): Agreement {
  const patterns = ratingPatterns(ratings, scale);
  const part = bootstrapDraws(patterns, seeded(seed), draws);
  return { ...agreementWithout(ratings, scale), intervals: bootstrapIntervals(patterns, [part], draws) };
}
