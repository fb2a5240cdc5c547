import type { AgreementSums } from './agreement-sums.ts';
import { linearWeights, quadraticWeights } from './agreement-weights.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { cohenWeights } from './cohen-weights.ts';
import type { Coefficients } from '../../../../src/shared/agreement/coefficients.ts';
import { cohenKappa, type ConfusionTable } from '../../../../src/shared/agreement/cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetCoefficient } from './gwet-coefficient.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { notComputable, type Measured } from '../../../../src/shared/agreement/measured.ts';
import { percentAgreement } from './percent-agreement.ts';

const noPair = notComputable(
  "Cohen's kappa is for two raters; for more there are Fleiss, Krippendorff and Gwet.",
);

/**
 * The function that gives all coefficients of sums over a scale's `values`. Its `table` is the two raters'; null where
 * there are not two.
 */
export function coefficientsOn(
  values: readonly number[],
): (sums: AgreementSums, table: ConfusionTable | null) => Coefficients {
  const [linear, quadratic] = [linearWeights(values), quadraticWeights(values)];
  const weights = {
    plain: cohenWeights.plain(values),
    linear: cohenWeights.linear(values),
    quadratic: cohenWeights.quadratic(values),
  };
  return (sums, table) => {
    const cohen = (by: keyof typeof weights): Measured =>
      table === null ? noPair : cohenKappa(table, weights[by]);
    return {
      percent: percentAgreement(sums),
      'cohen.plain': cohen('plain'),
      'cohen.linear': cohen('linear'),
      'cohen.quadratic': cohen('quadratic'),
      fleiss: fleissKappa(sums),
      'krippendorff.nominal': krippendorffAlpha(sums, 'nominal'),
      'krippendorff.ordinal': krippendorffAlpha(sums, 'ordinal'),
      'krippendorff.interval': krippendorffAlpha(sums, 'interval'),
      'krippendorff.ratio': krippendorffAlpha(sums, 'ratio'),
      'gwet.ac1': gwetCoefficient(sums),
      'gwet.ac2Linear': gwetCoefficient(sums, linear),
      'gwet.ac2Quadratic': gwetCoefficient(sums, quadratic),
      brennanPrediger: brennanPrediger(sums),
    };
  };
}
