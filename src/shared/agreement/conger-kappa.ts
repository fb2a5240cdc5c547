import type { AgreementSums } from './agreement-sums.ts';
import { chanceCorrected, notComputable, type Measured } from './measured.ts';
import { raterCount, type Ratings } from './ratings.ts';

/**
 * Conger's kappa: Cohen's for more than two raters, where chance is by each rater's own habits, p_e = sum over values of
 * the mean over pairs of raters of p_gk p_hk. Conger 1980, "Integration and generalization of kappas for multiple
 * raters"; a rater's habits are of the units that rater graded.
 */
export function congerKappa(ratings: Ratings, { paired, used, apart }: AgreementSums): Measured {
  if (paired === 0) return notComputable('No unit was graded by two raters.');
  if (used < 2) return notComputable('Only one value was used, so there is no variation to compare.');
  const raters = raterCount(ratings);
  const shares = new Map<number, { sum: number; squares: number }>();
  for (let rater = 0; rater < raters; rater += 1) {
    const counts = new Map<number, number>();
    for (const row of ratings) {
      const value = row[rater] ?? null;
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const given = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [value, count] of counts) {
      const { sum, squares } = shares.get(value) ?? { sum: 0, squares: 0 };
      shares.set(value, { sum: sum + count / given, squares: squares + (count / given) ** 2 });
    }
  }
  let expected = 0;
  for (const { sum, squares } of shares.values()) expected += (sum ** 2 - squares) / (raters * (raters - 1));
  return chanceCorrected(1 - apart.plain / paired, expected);
}
