import type { PatternRow } from './pattern-rows.ts';

/** Two values of one unit, the lower first, with how many pairs of grades they are and what each counts for. */
interface Spans {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly pattern: Uint32Array;
  readonly pairs: Float64Array;
  /** Over all units of the pattern: twice the pairs, by one less than a unit's grades. */
  readonly weight: Float64Array;
  /** Their numbers by the lower value. */
  readonly byLow: readonly (readonly number[])[];
}

/**
 * By pattern, how much Krippendorff's ordinal sum within units, over all units, changes where the grades of one of that
 * pattern's are no longer counted by the metric. A grade k taken away shortens the distance of every pair of grades a < b
 * around it by 1, or 1/2 where it is one of them: g_k. With distances d and weights w the sum of w (d - sum of g_k)^2 is that
 * of w d^2, less 2 sum of w d g_k, and sum of w g_k g_l more: the first is a running sum over the scale, the second counts
 * pairs around k and l by a tree of sums over their ends (Fenwick 1994, "A new data structure for cumulative frequency
 * tables"), while they are gone through by their beginnings.
 */
export function ordinalShifts(
  rows: readonly PatternRow[],
  ranks: Float64Array,
  times: ArrayLike<number>,
): Float64Array {
  const spans = spansOf(rows, times, ranks.length);
  const distances = Float64Array.from(spans.weight, (weight, at) => {
    return weight * ((ranks[spans.high[at] ?? 0] ?? 0) - (ranks[spans.low[at] ?? 0] ?? 0));
  });
  const lengths = around(spans, distances, ranks.length, 1 / 2);
  const alone = around(spans, spans.weight, ranks.length, 1 / 4);
  const both = aroundBoth(spans, ranks.length);
  const shifts = Float64Array.from(rows, ({ isPaired, places, counts }) => {
    let sum = 0;
    if (isPaired)
      places.forEach((place, at) => {
        const count = counts[at] ?? 0;
        sum += count * count * (alone[place] ?? 0) - 2 * count * (lengths[place] ?? 0);
      });
    return sum;
  });
  spans.pattern.forEach((pattern, at) => {
    shifts[pattern] = (shifts[pattern] ?? 0) + 2 * (spans.pairs[at] ?? 0) * (both[at] ?? 0);
  });
  return shifts;
}

function spansOf(rows: readonly PatternRow[], times: ArrayLike<number>, size: number): Spans {
  const [low, high, of, pairs, weight]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const byLow = Array.from({ length: size }, (): number[] => []);
  rows.forEach(({ places, counts, given, isPaired }, pattern) => {
    if (!isPaired) return;
    for (let a = 0; a < places.length; a += 1)
      for (let b = a + 1; b < places.length; b += 1) {
        const count = (counts[a] ?? 0) * (counts[b] ?? 0);
        byLow[places[a] ?? 0]?.push(low.length);
        low.push(places[a] ?? 0);
        high.push(places[b] ?? 0);
        of.push(pattern);
        pairs.push(count);
        weight.push(((times[pattern] ?? 0) * 2 * count) / (given - 1));
      }
  });
  return {
    low: Uint32Array.from(low),
    high: Uint32Array.from(high),
    pattern: Uint32Array.from(of),
    pairs: Float64Array.from(pairs),
    weight: Float64Array.from(weight),
    byLow,
  };
}

/** By value, the sum of amounts of all pairs around it; of those that it is part of, the share `ends`. */
function around({ low, high }: Spans, amounts: Float64Array, size: number, ends: number): Float64Array {
  const steps = new Float64Array(size + 1);
  const step = (at: number, by: number): void => {
    steps[at] = (steps[at] ?? 0) + by;
  };
  amounts.forEach((amount, at) => {
    const [from, to] = [low[at] ?? 0, high[at] ?? 0];
    step(from, ends * amount);
    step(from + 1, (1 - ends) * amount);
    step(to, (ends - 1) * amount);
    step(to + 1, -ends * amount);
  });
  let sum = 0;
  return steps.map((by) => (sum += by)).subarray(0, size);
}

/** By pair of values, the sum of weights of all pairs around both of them, where they share an end by half. */
function aroundBoth({ low, high, weight, byLow }: Spans, size: number): Float64Array {
  const tree = new Float64Array(size + 1);
  const both = new Float64Array(low.length);
  const from = (place: number): number => {
    let sum = 0;
    for (let at = size - place; at > 0; at -= at & -at) sum += tree[at] ?? 0;
    return sum;
  };
  for (const begun of byLow) {
    const add = (at: number): void => {
      const place = high[at] ?? 0;
      both[at] = (both[at] ?? 0) + (from(place) + from(place + 1)) / 4;
    };
    begun.forEach(add);
    for (const at of begun)
      for (let place = size - (high[at] ?? 0); place <= size; place += place & -place)
        tree[place] = (tree[place] ?? 0) + (weight[at] ?? 0);
    begun.forEach(add);
  }
  return both;
}
