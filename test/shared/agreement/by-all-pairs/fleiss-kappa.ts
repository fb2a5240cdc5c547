import type { AgreementSums } from './agreement-sums.ts';
import { identityWeights, weighed, type Weights } from './agreement-weights.ts';
import { chanceCorrected, notComputable, type Measured } from '../../../../src/shared/agreement/measured.ts';
import { percentAgreement, whyNone } from './percent-agreement.ts';

/**
 * Fleiss' kappa, (p_a - p_e) / (1 - p_e) with p_e = sum of w_kl pi_k pi_l: chance is two grades drawn from the pooled
 * shares of the values. Fleiss 1971, "Measuring nominal scale agreement among many raters"; weights and missing grades
 * as in Gwet 2014, "Handbook of Inter-Rater Reliability", 4th ed., chapters 2 and 3.
 */
export function fleissKappa(sums: AgreementSums, weights: Weights = identityWeights(sums.values)): Measured {
  const why = whyNone(sums);
  const observed = percentAgreement(sums, weights);
  if (why !== null || !observed.computable) return notComputable(why ?? '');
  return chanceCorrected(
    observed.value,
    weighed(weights, (a, b) => (sums.shares[a] ?? 0) * (sums.shares[b] ?? 0)),
  );
}
