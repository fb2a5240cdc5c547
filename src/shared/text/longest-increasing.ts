/** Longest run whose places strictly increase, in order, by patience sorting (Fredman 1975). */
export function longestIncreasing<T>(all: readonly T[], place: (item: T) => number): readonly T[] {
  const places = all.map(place);
  const piles: number[] = [];
  const behind: number[] = [];
  places.forEach((own, index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[piles[middle] ?? 0] ?? 0) < own) low = middle + 1;
      else high = middle;
    }
    behind[index] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = index;
  });
  const run: T[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = behind[at] ?? -1) run.push(...all.slice(at, at + 1));
  return run.reverse();
}

/**
 * The run of strictly increasing places, numbers from 0 below `places`, whose weights sum to most, in order: dynamic
 * programming over a tree of sums by place (Fenwick 1994).
 */
export function heaviestIncreasing<T>(
  all: readonly T[],
  places: number,
  place: (item: T) => number,
  weight: (item: T) => number,
): readonly T[] {
  const best = new Float64Array(all.length);
  const behind = new Int32Array(all.length).fill(-1);
  const tree = new Int32Array(places + 1).fill(-1);
  const heavier = (one: number, other: number): number =>
    (best[one] ?? 0) >= (best[other] ?? 0) ? one : other;
  let last = -1;
  for (const [index, item] of all.entries()) {
    let found = -1;
    for (let at = place(item); at > 0; at -= at & -at) {
      const there = tree[at] ?? -1;
      if (there >= 0) found = found < 0 ? there : heavier(found, there);
    }
    behind[index] = found;
    best[index] = weight(item) + (found < 0 ? 0 : (best[found] ?? 0));
    for (let at = place(item) + 1; at <= places; at += at & -at) {
      const there = tree[at] ?? -1;
      tree[at] = there < 0 ? index : heavier(there, index);
    }
    last = last < 0 ? index : heavier(last, index);
  }
  const run: T[] = [];
  for (let at = last; at >= 0; at = behind[at] ?? -1) run.push(...all.slice(at, at + 1));
  return run.reverse();
}
