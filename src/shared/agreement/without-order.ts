import type { CoefficientName } from './coefficients.ts';
import { notComputable } from './measured.ts';
import type { Agreement } from './measure-agreement.ts';

const numeric: readonly CoefficientName[] = [
  'cohen.linear',
  'cohen.quadratic',
  'krippendorff.ordinal',
  'krippendorff.interval',
  'krippendorff.ratio',
  'gwet.ac2Linear',
  'gwet.ac2Quadratic',
];

/** An agreement without what rests on an order, where the grades are words that have none. */
export function withoutOrder(agreement: Agreement): Agreement {
  const why = 'The grades are words of no scale that Plumbline knows, so they have no order.';
  const coefficients = { ...agreement.coefficients };
  for (const name of numeric) if (coefficients[name].computable) coefficients[name] = notComputable(why);
  const intervals = Object.fromEntries(
    Object.entries(agreement.intervals).filter(([name]) => !numeric.some((known) => known === name)),
  );
  const others = agreement.notComputable.filter(({ coefficient }) => !numeric.includes(coefficient));
  const added = numeric.flatMap((coefficient) => {
    const one = coefficients[coefficient];
    return one.computable ? [] : [{ coefficient, why: one.why }];
  });
  return { ...agreement, coefficients, intervals, notComputable: [...others, ...added] };
}
