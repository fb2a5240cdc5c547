import { DrawSums } from './draw-sums.ts';
import { coefficientNames, coefficientsOf, type Coefficients } from './coefficients.ts';
import type { RatingPatterns } from './rating-patterns.ts';
import { SeededGenerator, type GeneratorState } from './seeded-generator.ts';

/** Some draws' coefficients, one list each in the order of `coefficientNames`; a draw that gives none is left out of it. */
export interface BootstrapDraws {
  readonly state: GeneratorState;
  readonly values: readonly (readonly number[])[];
}

/** The coefficients where each pattern occurs `times` often. */
export function coefficientsWhen(patterns: RatingPatterns): (times: ArrayLike<number>) => Coefficients {
  const draws = new DrawSums(patterns);
  return (times) => coefficientsOf(draws.of(times).sums, draws.scale);
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
  const times = new Uint32Array(patterns.cells.length);
  const values = coefficientNames.map((): number[] => []);
  for (let draw = 0; draw < draws; draw += 1) {
    times.fill(0);
    for (let unit = 0; unit < units; unit += 1) {
      const pattern = patterns.ofUnit[generator.below(units)] ?? 0;
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
