import type { AgreementSums } from './agreement-sums.ts';
import { identityWeights, weighed, type Weights } from './agreement-weights.ts';
import { chanceCorrected, notComputable, type Measured } from '../../../../src/shared/agreement/measured.ts';
import { percentAgreement, whyNone } from './percent-agreement.ts';

/**
 * Brennan and Prediger's kappa_n, (p_a - 1 / q) / (1 - 1 / q): chance is every value alike; with weights it is the mean
 * weight. Brennan and Prediger 1981, "Coefficient kappa: some uses, misuses, and alternatives"; weights as in Gwet 2014.
 */
export function brennanPrediger(
  sums: AgreementSums,
  weights: Weights = identityWeights(sums.values),
): Measured {
  const why = whyNone(sums);
  const observed = percentAgreement(sums, weights);
  if (why !== null || !observed.computable) return notComputable(why ?? '');
  return chanceCorrected(observed.value, weighed(weights, () => 1) / sums.values.length ** 2);
}
