import { coefficientNames, type CoefficientName } from '../../shared/agreement/coefficients.ts';
import type { Metrics } from '../../shared/agreement/agreement-sums.ts';
import type { Agreement } from '../../shared/agreement/measure-agreement.ts';

const titles: Readonly<Record<CoefficientName, string>> = {
  percent: 'Share of pairs that agree',
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

/** Agreement as lines for people, alpha at the level asked for first; what cannot be computed says why at the end. */
export function agreementAsText(agreement: Agreement, level: keyof Metrics, seed: number): readonly string[] {
  const first: CoefficientName = `krippendorff.${level}`;
  const names = [first, ...coefficientNames.filter((name) => name !== first)];
  const lines = names.map((name) => {
    const one = agreement.coefficients[name];
    const interval = agreement.intervals[name];
    const bounds =
      interval === undefined ? '' : `  95 % from ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`;
    return `${titles[name].padEnd(32)}${one.computable ? one.value.toFixed(3).padStart(7) : '      -'}${bounds}`;
  });
  const whys = new Map<string, string[]>();
  for (const { coefficient, why } of agreement.notComputable)
    whys.set(why, [...(whys.get(why) ?? []), titles[coefficient]]);
  return [
    `${agreement.units} units, ${agreement.raters} raters, ${agreement.missing} grades missing; intervals by bootstrap over units, seed ${seed}`,
    ...lines,
    ...[...whys].map(([why, which]) => `Not computable: ${which.join('; ')}. ${why}`),
    ...agreement.warnings,
  ];
}
