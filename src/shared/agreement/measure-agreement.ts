import { coefficientsWhen } from './bootstrap-draws.ts';
import type { Interval } from './bootstrap-intervals.ts';
import {
  coefficientNames,
  coefficientTitles,
  type CoefficientName,
  type Coefficients,
} from './coefficients.ts';
import { ratingPatterns, timesOf } from './rating-patterns.ts';
import type { Ratings } from './ratings.ts';

/** Under so many units a coefficient says little, whatever it is. */
export const enoughUnits = 20;

/** How far raters agree, with what it rests on. */
export interface Agreement {
  /** Units that anybody graded, and of these how many by two or more. */
  readonly units: number;
  readonly paired: number;
  readonly raters: number;
  /** Grades that are not there: units by raters, less the grades given. */
  readonly missing: number;
  readonly coefficients: Coefficients;
  readonly intervals: Partial<Readonly<Record<CoefficientName, Interval>>>;
  readonly notComputable: readonly { readonly coefficient: CoefficientName; readonly why: string }[];
  /** What a reader should bear in mind, in words. */
  readonly warnings: readonly string[];
}

/** The agreement of `ratings` without intervals: `intervals` is filled in where draws were made. */
export function agreementWithout(ratings: Ratings, scale?: readonly number[]): Agreement {
  const patterns = ratingPatterns(ratings, scale);
  const coefficients = coefficientsWhen(patterns)(timesOf(patterns));
  const given = ratings.flat().filter((value) => value !== null).length;
  const paired = ratings.filter((row) => row.filter((value) => value !== null).length >= 2).length;
  const few =
    paired < enoughUnits
      ? [`Only ${paired} units were graded by two or more: under ${enoughUnits}, coefficients say little.`]
      : [];
  return {
    units: patterns.ofUnit.length,
    paired,
    raters: patterns.raters,
    missing: ratings.length * patterns.raters - given,
    coefficients,
    intervals: {},
    notComputable: coefficientNames.flatMap((coefficient) => {
      const one = coefficients[coefficient];
      return one.computable ? [] : [{ coefficient, why: one.why }];
    }),
    warnings: [...few, ...paradox(coefficients)],
  };
}

/** Why some coefficients cannot be computed, each reason once with all that it is said of. */
export function reasonsOf({ notComputable }: Agreement): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { coefficient, why } of notComputable)
    reasons.set(why, [...(reasons.get(why) ?? []), coefficientTitles[coefficient]]);
  return [...reasons].map(([why, which]) => `Not computable: ${which.join('; ')}. ${why}`);
}

/** High agreement with a kappa near nothing is no contradiction, and needs a word (Feinstein and Cicchetti 1990). */
function paradox({ percent, fleiss, 'gwet.ac1': ac1 }: Coefficients): readonly string[] {
  if (!percent.computable || !fleiss.computable || !ac1.computable) return [];
  if (percent.value < 0.8 || ac1.value - fleiss.value < 0.3) return [];
  return [
    'Nearly all grades are the same value, so that kappa and alpha count most agreement as chance. Read them beside percent agreement and AC1.',
  ];
}
