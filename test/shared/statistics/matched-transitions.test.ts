import { describe, expect, it } from 'vitest';
import { matchedTransitions, type ChiSquare } from '../../../src/shared/statistics/matched-transitions.ts';

const rounded = ({ chi2, df, p }: ChiSquare): readonly (number | null)[] => [
  chi2 === null ? null : Math.round(chi2 * 1e4) / 1e4,
  df,
  p === null ? null : Number(p.toPrecision(2)),
];

describe('pairs of grades, earlier and later', () => {
  it('are tested as published for a drug trial', () => {
    const found = matchedTransitions([
      [14, 7, 9],
      [5, 26, 19],
      [1, 7, 12],
    ]);
    expect(rounded(found.bowker)).toEqual([12.2718, 3, 0.0065]);
    expect(rounded(found.stuartMaxwell)).toEqual([12.1387, 2, 0.0023]);
  });

  it('are tested over all successive inspections of a history', () => {
    const found = matchedTransitions([
      [21, 3, 1, 0],
      [24, 27, 7, 5],
      [2, 23, 14, 7],
      [0, 10, 9, 2],
    ]);
    expect([found.n, found.up, found.down, found.same]).toEqual([155, 68, 23, 64]);
    expect(rounded(found.bowker).slice(0, 2)).toEqual([27.1167, 6]);
    expect(rounded(found.stuartMaxwell).slice(0, 2)).toEqual([24.375, 3]);
    expect(rounded(found.bhapkar).slice(0, 2)).toEqual([28.9234, 3]);
  });

  it('keep a category whose margins agree by chance', () => {
    const found = matchedTransitions([
      [10, 6, 4],
      [3, 20, 7],
      [2, 4, 15],
    ]);
    expect(rounded(found.stuartMaxwell).slice(0, 2)).toEqual([2.2831, 2]);
  });

  it('count as many degrees of freedom as the differences can move in', () => {
    const found = matchedTransitions([
      [5, 0, 0],
      [0, 10, 3],
      [0, 1, 8],
    ]);
    expect(rounded(found.stuartMaxwell).slice(0, 2)).toEqual([1, 1]);
    expect(found.bowker.df).toBe(3);
  });

  it('give nothing where nobody moved, and no end where all moved one way', () => {
    const none = { chi2: null, df: 0, p: null };
    expect(
      matchedTransitions([
        [5, 0],
        [0, 3],
      ]),
    ).toMatchObject({ stuartMaxwell: none, bhapkar: none, bowker: { chi2: 0, df: 1, p: 1 } });
    const oneWay = matchedTransitions([
      [0, 5],
      [0, 0],
    ]);
    expect(rounded(oneWay.stuartMaxwell)).toEqual([5, 1, 0.025]);
    expect(oneWay.bhapkar).toEqual({ chi2: null, df: 1, p: null });
  });
});
