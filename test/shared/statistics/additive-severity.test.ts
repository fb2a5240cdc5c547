import { describe, expect, it } from 'vitest';
import { additiveSeverity, dependability } from '../../../src/shared/statistics/additive-severity.ts';
import { Seeded } from '../../simulation/seeded.ts';

// Shrout and Fleiss 1979, table 2.
const six = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const round = (value: number | null | undefined, digits = 3): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10 ** digits) / 10 ** digits;

describe('severity by least squares', () => {
  it('gives the effects, components and dependability of published data', () => {
    const { connected, islands, effects, components, phi } = additiveSeverity(six);
    expect([connected, islands]).toEqual([true, [[0, 1, 2, 3]]]);
    expect(effects.map((rater) => round(rater?.effect))).toEqual([2.375, -2.792, -0.958, 1.375]);
    expect([components.case, components.rater, components.residual].map((part) => round(part, 4))).toEqual([
      2.5556, 5.2444, 1.0194,
    ]);
    expect(round(phi, 4)).toBe(0.2898);
    expect([2, 4, 10].map((raters) => round(dependability(components, raters), 4))).toEqual([
      0.4493, 0.6201, 0.8031,
    ]);
    // The standard error of an effect among r raters of n cases: the root of residual / n (1 - 1 / r).
    expect(round(effects[0]?.error, 6)).toBe(round(Math.sqrt((1.0194444 / 6) * (3 / 4)), 6));
  });

  it('is not said of raters whom no case joins, and names the islands', () => {
    const { connected, islands, effects, components, phi } = additiveSeverity([
      [1, 2, null, null, null],
      [2, 4, null, null, null],
      [null, null, 3, 3, null],
    ]);
    expect([connected, islands]).toEqual([
      false,
      [
        [0, 1],
        [2, 3],
      ],
    ]);
    expect(effects.map((rater) => round(rater?.effect))).toEqual([-0.75, 0.75, 0, 0, null]);
    expect([components.case, components.rater, phi]).toEqual([null, null, null]);
  });

  it('finds planted severity within its intervals, with two of three cells missing', () => {
    const planted = [-0.4, 0, 0.4, 0.2, -0.2, 0];
    const seeded = new Seeded(7);
    const chance = (): number => seeded.below(1000) / 1000;
    const table = Array.from({ length: 300 }, () => {
      const own = chance() * 3;
      return planted.map((effect, rater) =>
        seeded.below(3) === rater % 3 ? own + effect + (chance() + chance() + chance() - 1.5) : null,
      );
    });
    const { connected, effects } = additiveSeverity(table);
    expect(connected).toBe(true);
    for (const [rater, effect] of planted.entries()) {
      const found = effects[rater];
      expect(Math.abs((found?.effect ?? 9) - effect)).toBeLessThan(3 * (found?.error ?? 0));
      expect(found?.error).toBeLessThan(0.1);
    }
  });

  it('has nothing to say of an empty table, or of one value', () => {
    expect(additiveSeverity([]).islands).toEqual([]);
    expect(additiveSeverity([[3]])).toMatchObject({
      connected: true,
      effects: [{ effect: 0, error: null }],
      phi: null,
    });
  });
});
