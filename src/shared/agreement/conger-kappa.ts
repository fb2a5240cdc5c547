import type { AgreementSums } from './agreement-sums.ts';
import { chanceCorrected, notComputable, type Measured } from './measured.ts';
import { percentAgreement, whyNone } from './percent-agreement.ts';
import { raterCount, type Ratings } from './ratings.ts';

/**
 * Conger's kappa: Cohen's for more than two raters, where chance is by each rater's own habits, p_e = sum over values of
 * the mean over pairs of raters of p_gk p_hk. Conger 1980, "Integration and generalization of kappas for multiple
 * raters"; a rater's habits are of the units that rater graded.
 */
export function congerKappa(ratings: Ratings, sums: AgreementSums): Measured {
  const why = whyNone(sums);
  const observed = percentAgreement(sums);
  if (why !== null || !observed.computable) return notComputable(why ?? '');
  const raters = raterCount(ratings);
  const habits = Array.from({ length: raters }, (_rater, at) => {
    const given = ratings.map((row) => row[at] ?? null).filter((value) => value !== null);
    return sums.values.map(
      (value) => given.filter((rating) => rating === value).length / Math.max(1, given.length),
    );
  });
  let expected = 0;
  sums.values.forEach((_value, k) => {
    const shares = habits.map((habit) => habit[k] ?? 0);
    const sum = shares.reduce((total, share) => total + share, 0);
    const squares = shares.reduce((total, share) => total + share ** 2, 0);
    expected += (sum ** 2 - squares) / (raters * (raters - 1));
  });
  return chanceCorrected(observed.value, expected);
}
