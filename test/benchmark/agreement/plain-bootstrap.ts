import type { Ratings } from '../../../src/shared/agreement/ratings.ts';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';

/** Ordinal alpha as a textbook has it: the coincidence matrix from the grades of every unit, anew for every draw. */
function alphaOf(ratings: Ratings, values: readonly number[]): number {
  const coincidences = values.map(() => values.map(() => 0));
  for (const row of ratings) {
    const given = row.filter((value) => value !== null);
    if (given.length < 2) continue;
    given.forEach((a, at) => {
      given.forEach((b, other) => {
        if (at === other) return;
        const line = coincidences[values.indexOf(a)];
        const column = values.indexOf(b);
        if (line !== undefined) line[column] = (line[column] ?? 0) + 1 / (given.length - 1);
      });
    });
  }
  const totals = coincidences.map((row) => row.reduce((sum, one) => sum + one, 0));
  const all = totals.reduce((sum, one) => sum + one, 0);
  let [observed, expected] = [0, 0];
  totals.forEach((total, a) => {
    totals.forEach((other, b) => {
      if (a === b) return;
      const between = totals.slice(Math.min(a, b), Math.max(a, b) + 1).reduce((sum, one) => sum + one, 0);
      const far = (between - (total + other) / 2) ** 2;
      observed += (coincidences[a]?.[b] ?? 0) * far;
      expected += total * other * far;
    });
  });
  return 1 - ((all - 1) * observed) / expected;
}

/** As many bootstrap draws of ordinal alpha alone, each from the grades themselves. */
export function plainBootstrap(
  ratings: Ratings,
  values: readonly number[],
  seed: number,
  draws: number,
): number[] {
  const generator = new SeededGenerator(seeded(seed));
  return Array.from({ length: draws }, () =>
    alphaOf(
      ratings.map(() => ratings[generator.below(ratings.length)] ?? []),
      values,
    ),
  );
}
