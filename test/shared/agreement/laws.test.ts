import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapDraws } from '../../../src/shared/agreement/bootstrap-draws.ts';
import { bootstrapIntervals } from '../../../src/shared/agreement/bootstrap-intervals.ts';
import { coefficientNames } from '../../../src/shared/agreement/coefficients.ts';
import { agreementWithout } from '../../../src/shared/agreement/measure-agreement.ts';
import { measureAgreement } from './measure-agreement.ts';
import { ratingPatterns } from '../../../src/shared/agreement/rating-patterns.ts';
import type { Ratings } from '../../../src/shared/agreement/ratings.ts';
import { seeded } from '../../../src/shared/agreement/seeded-generator.ts';

const seed = 20261124;
const ratings = fc
  .record({ units: fc.integer({ min: 1, max: 12 }), raters: fc.integer({ min: 2, max: 5 }) })
  .chain((size) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 }), {
        minLength: size.raters,
        maxLength: size.raters,
      }),
      { minLength: size.units, maxLength: size.units },
    ),
  );

function same(one: Ratings, other: Ratings): void {
  const [a, b] = [agreementWithout(one).coefficients, agreementWithout(other).coefficients];
  for (const name of coefficientNames) {
    const [left, right] = [a[name], b[name]];
    expect(left.computable, name).toBe(right.computable);
    if (left.computable && right.computable) expect(left.value, name).toBeCloseTo(right.value, 9);
  }
}

describe(`laws of agreement (seed ${seed})`, () => {
  it('the order of units changes nothing', () => {
    fc.assert(
      fc.property(ratings, fc.infiniteStream(fc.nat()), (table, stream) => {
        same(table, shuffled(table, stream));
      }),
      { seed },
    );
  });

  it('the order of raters changes nothing', () => {
    fc.assert(
      fc.property(ratings, fc.infiniteStream(fc.nat()), (table, stream) => {
        const order = shuffled([...(table[0] ?? []).keys()], stream);
        same(
          table,
          table.map((row) => order.map((rater) => row[rater] ?? null)),
        );
      }),
      { seed },
    );
  });

  it('no coefficient is above 1, none is NaN, and each that is not computable says why', () => {
    fc.assert(
      fc.property(ratings, (table) => {
        for (const one of Object.values(agreementWithout(table).coefficients)) {
          if (one.computable) expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
          else expect(one.why).toMatch(/\.$/);
        }
      }),
      { seed },
    );
  });

  it('a unit with one grade changes nothing in alpha', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 1, max: 5 }), (table, value) => {
        const lonely = [value, ...(table[0] ?? []).slice(1).map(() => null)];
        const [before, after] = [agreementWithout(table), agreementWithout([...table, lonely])];
        for (const name of ['krippendorff.nominal', 'krippendorff.ordinal', 'krippendorff.ratio'] as const)
          expect(after.coefficients[name]).toEqual(before.coefficients[name]);
      }),
      { seed },
    );
  });

  it('draws made in parts are those made at once', () => {
    fc.assert(
      fc.property(ratings, fc.integer(), fc.integer({ min: 1, max: 39 }), (table, begin, cut) => {
        const patterns = ratingPatterns(table);
        const first = bootstrapDraws(patterns, seeded(begin), cut);
        const parts = [first, bootstrapDraws(patterns, first.state, 40 - cut)];
        expect(bootstrapIntervals(patterns, parts, 40)).toEqual(
          measureAgreement(table, { seed: begin, draws: 40 }).intervals,
        );
      }),
      { seed, numRuns: 50 },
    );
  });
});

function shuffled<T>(items: readonly T[], stream: Iterable<number>): T[] {
  const left = [...items];
  const made: T[] = [];
  for (const drawn of stream) {
    if (left.length === 0) break;
    made.push(...left.splice(drawn % left.length, 1));
  }
  return made;
}
