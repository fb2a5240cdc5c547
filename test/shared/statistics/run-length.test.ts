import { describe, expect, it } from 'vitest';
import { normalAtMost } from '../../../src/shared/statistics/normal.ts';
import { averageRunLength, twoSidedRunLength, type Step } from '../../../src/shared/statistics/run-length.ts';

/** A normal variable of some mean, in so fine steps that the published run lengths come out. */
function normalSteps(mean: number, unit: number): readonly Step[] {
  const reach = Math.round(7 / unit);
  return Array.from({ length: 2 * reach + 1 }, (_step, place) => {
    const at = (place - reach) * unit;
    const probability = normalAtMost(at + unit / 2) - normalAtMost(at - unit / 2);
    return { by: Math.round((at + mean) / unit) * unit, probability };
  });
}
const unit = 0.02;
const ofNormal = (mean: number, limit: number): number | null =>
  averageRunLength(normalSteps(mean, unit), { reference: 0.5, limit }, unit);

describe('how many judgments a cumulative sum takes to notice', () => {
  it.each([
    [0, 117.59],
    [1.5, 3.75],
  ])('a normal mean of %d at k 0.5, h 3: %d (Brook and Evans 1972)', (mean, length) => {
    expect(Math.abs((ofNormal(mean, 3) ?? 0) / length - 1)).toBeLessThan(0.02);
  });

  it.each([
    [0, 168],
    [0.5, 26.6],
    [1, 8.38],
    [2, 3.34],
  ])('a normal mean of %d at k 0.5, h 4, to both sides: %d (Lucas and Crosier 1982)', (mean, length) => {
    const found = twoSidedRunLength(ofNormal(mean, 4), ofNormal(-mean, 4));
    expect(Math.abs((found ?? 0) / length - 1)).toBeLessThan(0.02);
  });

  it('whole steps exactly: three of a sign in a row', () => {
    // With steps of +1 or -9 each half the time, three in a row signal: 2 + 4 + 8.
    const steps = [
      { by: 1, probability: 0.5 },
      { by: -9, probability: 0.5 },
    ];
    expect(averageRunLength(steps, { reference: 0, limit: 3 }, 1)).toBeCloseTo(14, 9);
  });

  it('nothing where the sum never grows, or where the unit does not divide the steps', () => {
    const steps = [
      { by: 0, probability: 0.5 },
      { by: 1, probability: 0.5 },
    ];
    expect(averageRunLength(steps, { reference: 1, limit: 3 }, 1)).toBeNull();
    expect(averageRunLength(steps, { reference: 0.3, limit: 3 }, 1)).toBeNull();
    expect(twoSidedRunLength(null, null)).toBeNull();
  });
});
