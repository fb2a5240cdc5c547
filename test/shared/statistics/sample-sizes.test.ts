import { describe, expect, it } from 'vitest';
import { hypergeometricAtMost } from '../../../src/shared/statistics/counts.ts';
import { mostFailures, mostShare, sampleSize } from '../../../src/shared/statistics/sample-sizes.ts';

const level = 0.95;

describe('how many to look at', () => {
  // AICPA 2017, table A-1.
  it.each([
    [0.02, 149],
    [0.03, 99],
    [0.04, 74],
    [0.05, 59],
    [0.06, 49],
    [0.07, 42],
    [0.08, 36],
    [0.09, 32],
    [0.1, 29],
    [0.15, 19],
    [0.2, 14],
  ])('to find a share of %d without an end: %i', (share, size) => {
    expect(sampleSize({ share, allowed: 0, level }, null)).toBe(size);
  });

  it.each([
    [1, 93],
    [2, 124],
  ])('with %i failures allowed at 5 %%: %i', (allowed, size) => {
    expect(sampleSize({ share: 0.05, allowed, level }, null)).toBe(size);
  });

  it.each([
    [0.01, 0, 258],
    [0.05, 0, 57],
    [0.05, 2, 119],
  ])('of a thousand, a share of %d, %i allowed: %i', (share, allowed, size) => {
    expect(sampleSize({ share, allowed, level }, 1000)).toBe(size);
  });

  it.each([
    [0.05, [19, 31, 45, 47, 51, 54, 56, 57]],
    [0.1, [16, 22, 25, 25, 27, 28, 28, 29]],
    [0.2, [10, 12, 13, 13, 13, 14, 14, 14]],
  ])('of 20 to 1,000, a share of %d', (share, sizes) => {
    const populations = [20, 50, 100, 153, 200, 300, 500, 1000];
    expect(populations.map((population) => sampleSize({ share, allowed: 0, level }, population))).toEqual(
      sizes,
    );
  });

  it('is not said where even all of them would not do', () => {
    expect(sampleSize({ share: 0.05, allowed: 1, level }, 20)).toBeNull();
  });
});

describe('the most failures there can be', () => {
  it.each([
    [153, 30, 0, 13],
    [153, 30, 1, 21],
    [153, 30, 2, 27],
    [40, 10, 0, 9],
    [40, 10, 1, 14],
  ])('of %i, %i drawn, %i found: %i', (population, drawn, failures, most) => {
    expect(mostFailures({ drawn, failures, level }, population)).toBe(most);
  });

  it('is what was found where all were drawn', () => {
    expect(mostFailures({ drawn: 25, failures: 3, level }, 25)).toBe(3);
    expect(mostFailures({ drawn: 0, failures: 0, level }, 25)).toBe(25);
  });

  // AICPA 2017, table A-3, in per cent.
  it.each([
    [20, [14.0, 21.7, 28.3, 34.4]],
    [25, [11.3, 17.7, 23.2, 28.2]],
    [60, [4.9, 7.7, 10.2, 12.5]],
    [100, [3.0, 4.7, 6.2, 7.6]],
  ])('as a share without an end, of %i drawn', (drawn, shares) => {
    // The table rounds up.
    const found = shares.map((_share, failures) => mostShare({ drawn, failures, level }) * 100);
    expect(found.map((share) => Math.ceil(share * 10 - 1e-6) / 10)).toEqual(shares);
  });

  it('covers every population at least as often as its level says', () => {
    const [population, drawn] = [40, 10];
    const most = Array.from({ length: drawn + 1 }, (_found, failures) =>
      mostFailures({ drawn, failures, level }, population),
    );
    for (let marked = 0; marked <= population; marked += 1) {
      // The bound misses where so few are found that it lies under what there is.
      const missed = most.filter((bound) => bound < marked).length - 1;
      const probability = missed < 0 ? 0 : hypergeometricAtMost(missed, { population, marked, drawn });
      expect(probability).toBeLessThanOrEqual(1 - level + 1e-12);
    }
  });
});
