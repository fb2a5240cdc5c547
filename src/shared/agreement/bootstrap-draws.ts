import { addedUp, sumsFrom } from './agreement-sums.ts';
import type { ConfusionTable } from './cohen-kappa.ts';
import { coefficientNames, coefficientsOn, type Coefficients } from './coefficients.ts';
import { patternFeatures } from './pattern-features.ts';
import type { RatingPatterns } from './rating-patterns.ts';
import { SeededGenerator, type GeneratorState } from './seeded-generator.ts';

/** Some draws' coefficients, one list each in the order of `coefficientNames`; a draw that gives none is left out of it. */
export interface BootstrapDraws {
  readonly state: GeneratorState;
  readonly values: readonly (readonly number[])[];
}

/** The two raters' table of patterns that were drawn so often; null where there are not two raters. */
export function tableOf(patterns: RatingPatterns, times: ArrayLike<number>): ConfusionTable | null {
  if (patterns.raters !== 2) return null;
  const table = patterns.values.map(() => patterns.values.map(() => 0));
  patterns.cells.forEach((cell, at) => {
    if (cell === null) return;
    const row = table[cell[0]];
    if (row !== undefined) row[cell[1]] = (row[cell[1]] ?? 0) + (times[at] ?? 0);
  });
  return table;
}

/** The coefficients where each pattern occurs `times` often. */
export function coefficientsWhen(patterns: RatingPatterns): (times: ArrayLike<number>) => Coefficients {
  const features = patternFeatures(patterns);
  const give = coefficientsOn(patterns.values);
  return (times) => give(sumsFrom(patterns.values, addedUp(features, times)), tableOf(patterns, times));
}

/**
 * Draws as many units as there are, with replacement, `draws` times, and computes every coefficient of each: a part of
 * the bootstrap over units (Efron 1979), which begins at `state` and tells where the next part begins. What is added
 * up for a draw is how often each pattern came, so that a draw costs little more than drawing.
 */
export function bootstrapDraws(
  patterns: RatingPatterns,
  state: GeneratorState,
  draws: number,
): BootstrapDraws {
  const generator = new SeededGenerator(state);
  const compute = coefficientsWhen(patterns);
  const units = patterns.ofUnit.length;
  const ofUnit = Uint32Array.from(patterns.ofUnit);
  const times = new Uint32Array(patterns.counts.length);
  const values = coefficientNames.map((): number[] => []);
  for (let draw = 0; draw < draws; draw += 1) {
    times.fill(0);
    for (let unit = 0; unit < units; unit += 1) {
      const pattern = ofUnit[generator.below(units)] ?? 0;
      times[pattern] = (times[pattern] ?? 0) + 1;
    }
    const drawn = compute(times);
    coefficientNames.forEach((name, at) => {
      const one = drawn[name];
      if (one.computable) values[at]?.push(one.value);
    });
  }
  return { state: generator.state, values };
}
