import type { AgreementSums } from './agreement-sums.ts';
import type { Weights } from './agreement-weights.ts';
import { krippendorffMetric, type Distances, type Level } from './disagreement-metrics.ts';
import { measured, notComputable, type Measured } from '../../../../src/shared/agreement/measured.ts';

function alphaBy(
  coincidences: readonly (readonly number[])[],
  totals: readonly number[],
  far: Distances,
): Measured {
  const all = totals.reduce((sum, one) => sum + one, 0);
  let observed = 0;
  let expected = 0;
  totals.forEach((total, a) => {
    totals.forEach((other, b) => {
      const distance = far[a]?.[b] ?? 0;
      observed += (coincidences[a]?.[b] ?? 0) * distance;
      expected += total * other * distance;
    });
  });
  return expected === 0
    ? notComputable('Only one value was used, so there is no variation to compare.')
    : measured(1 - ((all - 1) * observed) / expected);
}

/** How often each value was given in units with two or more grades: n_c. */
function totalsOf({ coincidences }: AgreementSums): readonly number[] {
  return coincidences.map((row) => row.reduce((sum, one) => sum + one, 0));
}

/**
 * Krippendorff's alpha, 1 - (n - 1) * sum of o_ck d_ck / sum of n_c n_k d_ck; units with one grade do not count.
 * Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", part D; ordinal is his own metric, by how often the
 * values between were given.
 */
export function krippendorffAlpha(sums: AgreementSums, level: Level): Measured {
  if (sums.paired === 0) return notComputable('No unit was graded by two raters.');
  if (level === 'ratio' && (sums.values[0] ?? 0) < 0)
    return notComputable('A ratio scale has no values below zero.');
  const totals = totalsOf(sums);
  return alphaBy(sums.coincidences, totals, krippendorffMetric(level, sums.values, totals));
}

/** Alpha with 1 - weight as the distance, as other packages offer it (Gwet 2014, chapter 3): by another name for ordinal, another value. */
export function weightedAlpha(sums: AgreementSums, weights: Weights): Measured {
  if (sums.paired === 0) return notComputable('No unit was graded by two raters.');
  const far = weights.map((row) => row.map((weight) => 1 - weight));
  return alphaBy(sums.coincidences, totalsOf(sums), far);
}
