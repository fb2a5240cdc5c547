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
