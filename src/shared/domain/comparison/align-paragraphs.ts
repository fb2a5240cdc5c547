import { bagOf, similarity } from './similarity.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** How paragraphs of two texts belong together; `before` and `after` index into them. */
export interface Alignment {
  readonly kind: 'same' | 'pair' | 'moved';
  readonly before: number;
  readonly after: number;
}

const inPlace = 0.4;
const acrossPlaces = 0.6;
const wordsToMove = 8;
const mostPairs = 40_000;

/** Longest strictly increasing run of `after` among pairs sorted by `before` (patience sorting). */
function increasing(pairs: readonly Alignment[]): readonly Alignment[] {
  const piles: number[] = [];
  const behind: number[] = [];
  pairs.forEach((pair, index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[piles[middle] ?? 0]?.after ?? 0) < pair.after) low = middle + 1;
      else high = middle;
    }
    behind[index] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = index;
  });
  const run: Alignment[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = behind[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

function uniqueByKey(paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  paragraphs.forEach((paragraph, index) => seen.set(paragraph.key, seen.has(paragraph.key) ? -1 : index));
  return new Map([...seen].filter(([, index]) => index >= 0));
}

function identicalUnique(before: readonly Paragraph[], after: readonly Paragraph[]): readonly Alignment[] {
  const there = uniqueByKey(after);
  return [...uniqueByKey(before)].flatMap(([key, index]): Alignment[] => {
    const other = there.get(key);
    return other === undefined ? [] : [{ kind: 'same', before: index, after: other }];
  });
}

/** Within one gap, the order-keeping pairs with the greatest total likeness (dynamic programming). */
function pairGap(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  [fromB, toB, fromA, toA]: readonly [number, number, number, number],
): readonly Alignment[] {
  const rows = toB - fromB;
  const columns = toA - fromA;
  if (rows === 0 || columns === 0 || rows * columns > mostPairs) return [];
  const bagsB = before.slice(fromB, toB).map(bagOf);
  const bagsA = after.slice(fromA, toA).map(bagOf);
  const like = bagsB.map((bag, i) =>
    bagsA.map((other, j) => {
      if (before[fromB + i]?.key === after[fromA + j]?.key) return 1.5;
      const value = similarity(bag, other);
      return value >= inPlace ? value : 0;
    }),
  );
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const value = like[i]?.[j] ?? 0;
      const row = best[i];
      if (row !== undefined)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), value > 0 ? value + at(i + 1, j + 1) : 0);
    }
  }
  const found: Alignment[] = [];
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    const value = like[i]?.[j] ?? 0;
    if (value > 0 && at(i, j) === value + at(i + 1, j + 1)) {
      found.push({ kind: value > 1 ? 'same' : 'pair', before: fromB + i, after: fromA + j });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/** Leftover paragraphs that clearly are each other's best likeness across places; what is not clear is not guessed. */
function movesAmong(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  taken: readonly Alignment[],
): readonly Alignment[] {
  const usedB = new Set(taken.map((one) => one.before));
  const usedA = new Set(taken.map((one) => one.after));
  const left = (all: readonly Paragraph[], used: ReadonlySet<number>): readonly number[] =>
    [...all.keys()].filter((index) => !used.has(index) && (all[index]?.words ?? 0) >= wordsToMove);
  const restB = left(before, usedB);
  const restA = left(after, usedA);
  if (restB.length * restA.length > mostPairs) return [];
  const bags = new Map(
    restA.flatMap((index) => (after[index] === undefined ? [] : [[index, bagOf(after[index])]])),
  );
  const ranked = restB.flatMap((b) => {
    const paragraph = before[b];
    if (paragraph === undefined) return [];
    const bag = bagOf(paragraph);
    return [...bags].map(([a, other]) => ({ before: b, after: a, value: similarity(bag, other) }));
  });
  const good = ranked
    .filter((one) => one.value >= acrossPlaces)
    .sort((x, y) => y.value - x.value || x.before - y.before || x.after - y.after);
  const rivals = (one: (typeof good)[number]): boolean =>
    good.some(
      (other) =>
        other !== one &&
        (other.before === one.before || other.after === one.after) &&
        one.value - other.value < 0.1,
    );
  return good
    .filter((one) => !rivals(one))
    .flatMap((one): Alignment[] => {
      const better = good.find((other) => other.before === one.before || other.after === one.after);
      return better === one ? [{ kind: 'moved', before: one.before, after: one.after }] : [];
    });
}

/**
 * Aligns paragraphs: identical ones that stand once in each text anchor, those between anchors pair by likeness in
 * order, and of what is left clear likenesses elsewhere are moves. Work is bounded: where a gap is too large, its
 * paragraphs stay unpaired.
 */
export function alignParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): readonly Alignment[] {
  const anchors = increasing(identicalUnique(before, after));
  const inOrder: Alignment[] = [];
  let b = 0;
  let a = 0;
  const end: Alignment = { kind: 'same', before: before.length, after: after.length };
  for (const anchor of [...anchors, end]) {
    let startB = b;
    let startA = a;
    while (startB < anchor.before && startA < anchor.after && before[startB]?.key === after[startA]?.key) {
      inOrder.push({ kind: 'same', before: startB, after: startA });
      startB += 1;
      startA += 1;
    }
    let endB = anchor.before;
    let endA = anchor.after;
    const tail: Alignment[] = [];
    while (endB > startB && endA > startA && before[endB - 1]?.key === after[endA - 1]?.key) {
      endB -= 1;
      endA -= 1;
      tail.push({ kind: 'same', before: endB, after: endA });
    }
    inOrder.push(...pairGap(before, after, [startB, endB, startA, endA]), ...tail.reverse());
    if (anchor !== end) inOrder.push(anchor);
    b = anchor.before + 1;
    a = anchor.after + 1;
  }
  return [...inOrder, ...movesAmong(before, after, inOrder)];
}
