import {
  coefficientNames,
  coefficientTitles as titles,
  type CoefficientName,
} from '../../shared/agreement/coefficients.ts';
import type { Metrics } from '../../shared/agreement/agreement-sums.ts';
import { reasonsOf, type Agreement } from '../../shared/agreement/measure-agreement.ts';

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
  return [
    `${agreement.units} units, ${agreement.raters} raters, ${agreement.missing} grades missing; intervals by bootstrap over units, seed ${seed}`,
    ...lines,
    ...reasonsOf(agreement),
    ...agreement.warnings,
  ];
}
