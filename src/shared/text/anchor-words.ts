import { longestIncreasing } from './longest-increasing.ts';

/** Tokens that make an anchor together: three words and the spaces between them. */
const reach = 5;

/** Where each run of tokens stands that stands once only. */
function onceOnly(tokens: Int32Array): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (let at = 0; at + reach <= tokens.length; at += 1) {
    const run = tokens.subarray(at, at + reach).join();
    seen.set(run, seen.has(run) ? -1 : at);
  }
  return seen;
}

/** Places where both sides hold a token that begins a run unique in either, in the order of both. */
export function anchorsOf(
  before: Int32Array,
  after: Int32Array,
): readonly (readonly [before: number, after: number])[] {
  const there = onceOnly(after);
  const pairs = [...onceOnly(before)].flatMap(([run, at]): (readonly [number, number])[] => {
    const other = there.get(run) ?? -1;
    return at < 0 || other < 0 ? [] : [[at, other]];
  });
  return longestIncreasing(pairs, ([, at]) => at);
}
