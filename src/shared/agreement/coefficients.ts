import type { AgreementSums, Distances, Metrics } from './agreement-sums.ts';
import { chanceCorrected, measured, notComputable, type Measured } from './measured.ts';
import type { ScaleSums } from './scale-sums.ts';

/** The coefficients that come with an interval, by the names that people and programs read. */
export const coefficientNames = [
  'percent',
  'cohen.plain',
  'cohen.linear',
  'cohen.quadratic',
  'fleiss',
  'krippendorff.nominal',
  'krippendorff.ordinal',
  'krippendorff.interval',
  'krippendorff.ratio',
  'gwet.ac1',
  'gwet.ac2Linear',
  'gwet.ac2Quadratic',
  'brennanPrediger',
] as const;

export type CoefficientName = (typeof coefficientNames)[number];

/** What each is called in tables. */
export const coefficientTitles: Readonly<Record<CoefficientName, string>> = {
  percent: 'Share of pairs that agree, mean over units',
  'cohen.plain': "Cohen's kappa",
  'cohen.linear': "Cohen's kappa, linear",
  'cohen.quadratic': "Cohen's kappa, quadratic",
  fleiss: "Fleiss' kappa",
  'krippendorff.nominal': "Krippendorff's alpha, nominal",
  'krippendorff.ordinal': "Krippendorff's alpha, ordinal",
  'krippendorff.interval': "Krippendorff's alpha, interval",
  'krippendorff.ratio': "Krippendorff's alpha, ratio",
  'gwet.ac1': "Gwet's AC1",
  'gwet.ac2Linear': "Gwet's AC2, linear",
  'gwet.ac2Quadratic': "Gwet's AC2, quadratic",
  brennanPrediger: 'Brennan and Prediger',
};

/** Every coefficient, or why not. */
export type Coefficients = Readonly<Record<CoefficientName, Measured>>;

const noUnit = notComputable('No unit was graded by two raters.');
const oneValue = notComputable('Only one value was used, so there is no variation to compare.');
const noPair = notComputable(
  "Cohen's kappa is for two raters; for more there are Fleiss, Krippendorff and Gwet.",
);

/** All coefficients of sums over units graded on a scale. */
export function coefficientsOf(sums: AgreementSums, scale: ScaleSums): Coefficients {
  const kappa = (by: keyof Distances, chance: number): Measured => chanceKappa(sums, scale, by, chance);
  const diversity = 1 - sums.squares / sums.units ** 2;
  return {
    percent: percentAgreement(sums),
    'cohen.plain': cohenKappa(sums, 'plain'),
    'cohen.linear': cohenKappa(sums, 'linear'),
    'cohen.quadratic': cohenKappa(sums, 'quadratic'),
    fleiss: kappa('plain', 1 - diversity),
    'krippendorff.nominal': krippendorffAlpha(sums, 'nominal'),
    'krippendorff.ordinal': krippendorffAlpha(sums, 'ordinal'),
    'krippendorff.interval': krippendorffAlpha(sums, 'interval'),
    'krippendorff.ratio': scale.isRatio
      ? krippendorffAlpha(sums, 'ratio')
      : sums.paired === 0
        ? noUnit
        : notComputable('A ratio scale has no values below zero.'),
    'gwet.ac1': kappa('plain', gwetChance(scale, 'plain', diversity)),
    'gwet.ac2Linear': kappa('linear', gwetChance(scale, 'linear', diversity)),
    'gwet.ac2Quadratic': kappa('quadratic', gwetChance(scale, 'quadratic', diversity)),
    brennanPrediger: kappa('plain', 1 / scale.size),
  };
}

/**
 * Share, 0 to 1, of pairs of grades within a unit that are the same, averaged over units with two or more grades: p_a of
 * Gwet 2014, "Handbook of Inter-Rater Reliability", 4th ed., chapter 2. Says nothing of what chance would give.
 */
function percentAgreement({ paired, apart }: AgreementSums): Measured {
  return paired === 0 ? noUnit : measured((paired - apart.plain) / paired);
}

/**
 * (p_a - p_e) / (1 - p_e), p_a being one less how far a unit's grades are from each other on average, as a share of the
 * furthest there can be (weights 1 - |a - b| / range: Cicchetti and Allison 1971; 1 - (a - b)^2 / range^2: Fleiss and Cohen
 * 1973). What chance gives makes it Fleiss' kappa, sum of pi_k^2 (Fleiss 1971, "Measuring nominal scale agreement among many
 * raters"), Brennan and Prediger's, 1 / q ("Coefficient kappa: some uses, misuses, and alternatives", 1981), or Gwet's.
 * Missing grades as in Gwet 2014, chapter 2.
 */
function chanceKappa(
  { paired, used, apart }: AgreementSums,
  { furthest }: ScaleSums,
  by: keyof Distances,
  chance: number,
): Measured {
  if (paired === 0) return noUnit;
  return used < 2 ? oneValue : chanceCorrected(1 - apart[by] / (paired * furthest[by]), chance);
}

/**
 * What Gwet takes for chance: T_w / (q (q - 1)) * sum of pi_k (1 - pi_k), T_w being the sum of all weights; steady where one
 * value is given nearly always, which upsets kappa. Gwet 2008, "Computing inter-rater reliability and its variance in the
 * presence of high agreement"; AC2 as in Gwet 2014, chapters 4 and 5.
 */
function gwetChance({ size, apart, furthest }: ScaleSums, by: keyof Distances, diversity: number): number {
  const weights = size ** 2 - apart[by] / furthest[by];
  return (weights / (size * (size - 1))) * diversity;
}

/**
 * Krippendorff's alpha, 1 - (n - 1) * sum of o_ck d_ck / sum of n_c n_k d_ck; units with one grade do not count.
 * Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", part D; ordinal is his own metric.
 */
function krippendorffAlpha(sums: AgreementSums, level: keyof Metrics): Measured {
  if (sums.paired === 0) return noUnit;
  if (sums.usedPaired < 2) return oneValue;
  return measured(1 - ((sums.given - 1) * sums.within[level]) / sums.between[level]);
}

/**
 * Cohen's kappa of two raters, 1 - sum of v p_o / sum of v p_c: with weight 1 for every disagreement Cohen 1960, "A
 * coefficient of agreement for nominal scales", eq. 1; by how far apart, or its square, Cohen 1968, "Weighted kappa".
 */
function cohenKappa({ pair }: AgreementSums, by: keyof Distances): Measured {
  if (pair === null) return noPair;
  if (pair.all === 0) return notComputable('No unit was graded by both raters.');
  return pair.expected.plain === 0
    ? notComputable('Both raters used only one value, the same one, so there is no variation to compare.')
    : measured(1 - (pair.all * pair.observed[by]) / pair.expected[by]);
}
