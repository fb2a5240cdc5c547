import type { SeededGenerator } from '../../../src/shared/agreement/seeded-generator.ts';

/** Raters who see a unit's worth on a scale of `points`, six in ten exactly, the others a step off; one in ten misses. */
export function simulatedRatings(
  generator: SeededGenerator,
  units: number,
  raters: number,
  points = 4,
): (number | null)[][] {
  return Array.from({ length: units }, () => {
    const worth = 1 + generator.below(points);
    return Array.from({ length: raters }, () => {
      if (generator.below(10) === 0) return null;
      const step = generator.below(10);
      return Math.min(points, Math.max(1, worth + (step < 6 ? 0 : step < 8 ? 1 : -1)));
    });
  });
}
