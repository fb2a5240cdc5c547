import type { AgreementSums } from './agreement-sums.ts';
import { identityWeights, weighed, type Weights } from './agreement-weights.ts';
import { chanceCorrected, notComputable, type Measured } from '../../../../src/shared/agreement/measured.ts';
import { percentAgreement, whyNone } from './percent-agreement.ts';

/** Agreement by chance as Gwet has it: T_w / (q (q - 1)) * sum of pi_k (1 - pi_k). see below. */
export function gwetChance({ shares, values }: AgreementSums, weights: Weights): number {
  const q = values.length;
  const total = weighed(weights, () => 1);
  return (total / (q * (q - 1))) * shares.reduce((sum, share) => sum + share * (1 - share), 0);
}

/**
 * Gwet's AC1, and with weights AC2, (p_a - p_e) / (1 - p_e) with the chance above, T_w being the sum of all weights:
 * steady where one value is given nearly always, which upsets kappa. Gwet 2008, "Computing inter-rater reliability and
 * its variance in the presence of high agreement"; AC2 and missing grades as in Gwet 2014, chapters 4 and 5.
 */
export function gwetCoefficient(
  sums: AgreementSums,
  weights: Weights = identityWeights(sums.values),
): Measured {
  const why = whyNone(sums);
  const observed = percentAgreement(sums, weights);
  if (why !== null || !observed.computable) return notComputable(why ?? '');
  return chanceCorrected(observed.value, gwetChance(sums, weights));
}
