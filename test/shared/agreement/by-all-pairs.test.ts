import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementSums } from './by-all-pairs/agreement-sums.ts';
import { coefficientsOn } from './by-all-pairs/coefficients.ts';
import {
  coefficientNames,
  coefficientsOf,
  type Coefficients,
} from '../../../src/shared/agreement/coefficients.ts';
import { coefficientsWhen } from '../../../src/shared/agreement/bootstrap-draws.ts';
import { confusionTable } from '../../../src/shared/agreement/confusion-table.ts';
import { DrawSums } from '../../../src/shared/agreement/draw-sums.ts';
import { leftOutSums } from '../../../src/shared/agreement/left-out-sums.ts';
import { agreementWithout } from '../../../src/shared/agreement/measure-agreement.ts';
import { ratingPatterns, timesOf } from '../../../src/shared/agreement/rating-patterns.ts';
import { raterCount, valuesOf, type Ratings } from '../../../src/shared/agreement/ratings.ts';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';
import { measureAgreement } from './measure-agreement.ts';

/** Every coefficient from the matrices of all pairs of values, as the papers write it: the reference. */
function byAllPairs(ratings: Ratings, scale?: readonly number[], raters = raterCount(ratings)): Coefficients {
  const values = valuesOf(ratings, scale);
  const table = raters === 2 ? confusionTable(ratings, 0, 1, values) : null;
  return coefficientsOn(values)(agreementSums(ratings, scale), table);
}

function expectSame(ours: Coefficients, reference: Coefficients): void {
  for (const name of coefficientNames) {
    const [one, other] = [ours[name], reference[name]];
    if (one.computable && other.computable) expect(one.value, name).toBeCloseTo(other.value, 9);
    else expect(one, name).toEqual(other);
  }
}

const grades: Readonly<Record<string, fc.Arbitrary<number>>> = {
  'of a few': fc.integer({ min: 1, max: 4 }),
  'from nought in halves': fc.integer({ min: 0, max: 8 }).map((halves) => halves / 2),
  'below nought too': fc.integer({ min: -3, max: 3 }),
  'of any size': fc.integer({ min: 1, max: 1e9 }).map((thousandths) => thousandths / 1000),
  'close together': fc.integer({ min: 0, max: 10_000 }).map((millionths) => 100 + millionths / 1e6),
  'close together but for a few': fc.oneof(
    {
      weight: 30,
      arbitrary: fc.integer({ min: 0, max: 10_000 }).map((millionths) => 100 + millionths / 1e6),
    },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 1e7) },
  ),
};

function tables(grade: fc.Arbitrary<number>): fc.Arbitrary<Ratings> {
  return fc
    .record({ units: fc.integer({ min: 1, max: 14 }), raters: fc.integer({ min: 2, max: 5 }) })
    .chain((size) =>
      fc.array(fc.array(fc.option(grade, { freq: 6 }), { minLength: size.raters, maxLength: size.raters }), {
        minLength: size.units,
        maxLength: size.units,
      }),
    );
}

/** Units of a worth each, with three raters' grades about it, drawn from a seed; the exponent says how far worths go apart. */
function continuous(units: number, exponent: number): Ratings {
  const generator = new SeededGenerator(seeded(units));
  const share = (): number => generator.below(1_000_000) / 1_000_000;
  return Array.from({ length: units }, () => {
    const worth = Math.exp(exponent * share());
    return Array.from({ length: 3 }, () => (generator.below(30) === 0 ? 0 : worth * (1 + 0.2 * share())));
  });
}

describe('sums without all pairs of values', () => {
  it.each(Object.entries(grades))('give what all pairs give, for grades %s', (_grades, grade) => {
    fc.assert(
      fc.property(
        tables(grade),
        fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
        (ratings, scale) => {
          expectSame(agreementWithout(ratings, scale).coefficients, byAllPairs(ratings, scale));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(Object.entries(grades))('give it with any unit left out, for grades %s', (_grades, grade) => {
    fc.assert(
      fc.property(tables(grade), (ratings) => {
        const patterns = ratingPatterns(ratings);
        const draws = new DrawSums(patterns);
        const graded = ratings.filter((row) => row.some((value) => value !== null));
        leftOutSums(draws, patterns.values, timesOf(patterns)).forEach((sums, pattern) => {
          const rest = graded.filter((_row, at) => at !== patterns.ofUnit.indexOf(pattern));
          if (rest.length === 0) return;
          expectSame(coefficientsOf(sums, draws.scale), byAllPairs(rest, patterns.values, patterns.raters));
        });
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.entries(grades))('give it for draws of units, for grades %s', (_grades, grade) => {
    fc.assert(
      fc.property(tables(grade), fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (ratings, draws) => {
        const patterns = ratingPatterns(ratings);
        const graded = ratings.filter((row) => row.some((value) => value !== null));
        if (graded.length === 0) return;
        const drawn = graded.map((_row, at) => (draws[at] ?? 0) % graded.length);
        const times = new Uint32Array(patterns.cells.length);
        for (const at of drawn) {
          const pattern = patterns.ofUnit[at] ?? 0;
          times[pattern] = (times[pattern] ?? 0) + 1;
        }
        expectSame(
          coefficientsWhen(patterns)(times),
          byAllPairs(
            drawn.map((at) => graded[at] ?? []),
            patterns.values,
            patterns.raters,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each([0.1, 2, 30, 300])('give it where hundreds of values span e to the %d', (exponent) => {
    const ratings = continuous(60, exponent);
    expect(valuesOf(ratings).length).toBeGreaterThan(100);
    expectSame(agreementWithout(ratings).coefficients, byAllPairs(ratings));
  });

  it('give intervals for five hundred units in which no two grades are the same', () => {
    const { coefficients, intervals } = measureAgreement(continuous(500, 2), { seed: 1, draws: 20 });
    const { 'krippendorff.ratio': alpha } = coefficients;
    const interval = intervals['krippendorff.ratio'];
    if (!alpha.computable || interval === undefined) throw new Error('no alpha');
    expect(interval.low).toBeLessThan(alpha.value);
    expect(interval.high).toBeGreaterThan(alpha.value);
  });
});
