import type { AgreementSums } from './agreement-sums.ts';
import { identityWeights, weighed, type Weights } from './agreement-weights.ts';
import { measured, notComputable, type Measured } from '../../../../src/shared/agreement/measured.ts';

/** Why no coefficient can be had at all, or null. */
export function whyNone({ paired, used }: AgreementSums): string | null {
  if (paired === 0) return 'No unit was graded by two raters.';
  return used < 2 ? 'Only one value was used, so there is no variation to compare.' : null;
}

/**
 * Share, 0 to 1, of pairs of grades within a unit that agree, averaged over units with two or more grades; with weights,
 * how far they agree: p_a = mean of sum over k, l of w_kl r_ik (r_il - [k = l]) / (r_i (r_i - 1)). Gwet 2014, "Handbook of
 * Inter-Rater Reliability", 4th ed., chapters 2 and 3. Says nothing of what chance would give.
 */
export function percentAgreement(
  sums: AgreementSums,
  weights: Weights = identityWeights(sums.values),
): Measured {
  if (sums.paired === 0) return notComputable('No unit was graded by two raters.');
  return measured(weighed(weights, (a, b) => sums.pairShares[a]?.[b] ?? 0));
}
