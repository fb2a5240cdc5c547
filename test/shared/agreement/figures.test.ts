import { describe, expect, it } from 'vitest';
import { confusionTable, disagreementMatrix } from '../../../src/shared/agreement/confusion-table.ts';
import { agreementWithout } from '../../../src/shared/agreement/measure-agreement.ts';
import { pairsApart, spreadOf } from '../../../src/shared/agreement/pairs-apart.ts';
import { raterSeverity } from '../../../src/shared/agreement/rater-severity.ts';
import type { Ratings } from '../../../src/shared/agreement/ratings.ts';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';
import { tableAsRatings, turned } from './rating-tables.ts';

const none = null;
/** Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", part D: four observers, twelve units. */
const classic = turned([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
]);

const figure = (
  ratings: Ratings,
  name: keyof ReturnType<typeof agreementWithout>['coefficients'],
): string => {
  const one = agreementWithout(ratings).coefficients[name];
  return one.computable ? one.value.toFixed(3) : one.why;
};

describe('figures of small published tables', () => {
  it.each([
    ['krippendorff.nominal', '0.743'],
    ['krippendorff.ordinal', '0.815'],
    ['krippendorff.interval', '0.849'],
    ['krippendorff.ratio', '0.797'],
  ] as const)("Krippendorff's classic data: %s is %s", (name, value) => {
    expect(figure(classic, name)).toBe(value);
  });

  it("Cohen's kappa of the table 20, 5, 10, 15 is 0.400", () => {
    expect(
      figure(
        tableAsRatings([
          [20, 5],
          [10, 15],
        ]),
        'cohen.plain',
      ),
    ).toBe('0.400');
  });

  it('high agreement with a kappa below nought is shown as both, and said why', () => {
    const ratings = tableAsRatings([
      [118, 5],
      [2, 0],
    ]);
    expect(figure(ratings, 'percent')).toBe('0.944');
    expect(figure(ratings, 'cohen.plain')).toBe('-0.023');
    expect(figure(ratings, 'gwet.ac1')).toBe('0.941');
    expect(agreementWithout(ratings).warnings.join()).toContain('Nearly all grades are the same value');
  });
});

describe('what cannot be computed says why', () => {
  it.each([
    [
      'one value only',
      [
        [2, 2],
        [2, 2],
      ],
      'Only one value was used, so there is no variation to compare.',
    ],
    [
      'nobody graded the same unit',
      [
        [2, none],
        [none, 1],
      ],
      'No unit was graded by two raters.',
    ],
    ['no unit', [], 'No unit was graded by two raters.'],
  ])('%s', (_name, ratings, why) => {
    const measured = agreementWithout(ratings).coefficients;
    for (const name of ['fleiss', 'krippendorff.nominal', 'gwet.ac1', 'brennanPrediger'] as const)
      expect(measured[name]).toEqual({ computable: false, why });
  });

  it('a ratio scale has nothing below zero', () => {
    expect(
      figure(
        [
          [-1, 1],
          [2, 2],
        ],
        'krippendorff.ratio',
      ),
    ).toBe('A ratio scale has no values below zero.');
  });

  it('under twenty units a warning says how many there are, and from twenty on none', () => {
    const some = (units: number): Ratings =>
      Array.from({ length: units }, (_unit, at) => [at % 3, (at * 2) % 3]);
    expect(agreementWithout(some(19)).warnings[0]).toContain('Only 19 units');
    expect(agreementWithout(some(20)).warnings.join()).not.toContain('units were graded');
  });
});

describe('tables and counts', () => {
  const ranks: Ratings = [
    [0, 1, 1],
    [2, 2, none],
    [0, 3, none],
  ];

  it('who said what where the other said what', () => {
    expect(confusionTable(ranks, 0, 1, [0, 1, 2, 3])).toEqual([
      [0, 1, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('pairs of grades, symmetric', () => {
    expect(disagreementMatrix(ranks, [0, 1, 2, 3])).toEqual([
      [0, 2, 0, 1],
      [2, 1, 0, 0],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ]);
  });

  it('exact, adjacent and further pairs', () => {
    expect(pairsApart(ranks)).toEqual({ pairs: 5, exact: 2, adjacent: 2, further: 1 });
    expect(spreadOf([0, 3, 1])).toEqual({ range: 3, sum: 6 });
    expect(spreadOf([1, none])).toEqual({ range: 0, sum: 0 });
  });

  it('a rater one step more severe than the others is found so', () => {
    const table = Array.from({ length: 12 }, (_unit, at) => [at % 3, at % 3, (at % 3) + 1]);
    const [first, , third] = raterSeverity(table, 7);
    expect(third).toMatchObject({ units: 12, steps: 1, interval: { low: 1, high: 1 } });
    expect(first?.steps).toBeCloseTo(-0.5);
    expect(raterSeverity([[0, 1]], 7)[0]).toEqual({ rater: 0, units: 1, steps: -1, interval: null });
  });
});

it('the generator draws the same from the same seed, and every number alike', () => {
  const counts = [0, 0, 0, 0, 0];
  const generator = new SeededGenerator(seeded(3));
  for (let draw = 0; draw < 50_000; draw += 1) {
    const at = generator.below(5);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chi).toBeLessThan(18.5);
  expect(new SeededGenerator(seeded(3)).next()).toBe(new SeededGenerator(seeded(3)).next());
  expect(new SeededGenerator([1, 2, 3, 4]).next()).toBe(11_520);
});
