import type { Ratings } from './ratings.ts';

/** How many pairs of grades within units are the same, next to each other on the scale, or further apart. */
export interface PairsApart {
  readonly pairs: number;
  readonly exact: number;
  readonly adjacent: number;
  readonly further: number;
}

/** Counts pairs by how many steps of the scale lie between; values are ranks. */
export function pairsApart(ranks: Ratings): PairsApart {
  let [exact, adjacent, further] = [0, 0, 0];
  for (const row of ranks) {
    const given = row.filter((rank) => rank !== null);
    given.forEach((rank, at) => {
      for (const other of given.slice(at + 1)) {
        const steps = Math.abs(rank - other);
        if (steps === 0) exact += 1;
        else if (steps === 1) adjacent += 1;
        else further += 1;
      }
    });
  }
  return { pairs: exact + adjacent + further, exact, adjacent, further };
}

/** How far apart the grades of one unit are: the steps between the extremes, then the sum of steps of all pairs. */
export function spreadOf(ranks: readonly (number | null)[]): {
  readonly range: number;
  readonly sum: number;
} {
  const given = ranks.filter((rank) => rank !== null);
  if (given.length < 2) return { range: 0, sum: 0 };
  let sum = 0;
  given.forEach((rank, at) => {
    for (const other of given.slice(at + 1)) sum += Math.abs(rank - other);
  });
  return { range: Math.max(...given) - Math.min(...given), sum };
}
