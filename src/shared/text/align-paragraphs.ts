import type { AlignedPair, ParagraphAlignment } from './alignment.ts';
import { findMoves } from './find-moves.ts';
import { heaviestIncreasing, longestIncreasing } from './longest-increasing.ts';
import { pairGap, type Gap } from './pair-gap.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** A shorter paragraph, a heading say, is never called moved. */
const wordsToMove = 8;

function uniqueByKey(paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  paragraphs.forEach((paragraph, index) => seen.set(paragraph.key, seen.has(paragraph.key) ? -1 : index));
  return new Map([...seen].filter(([, index]) => index >= 0));
}

function identicalUnique(before: readonly Paragraph[], after: readonly Paragraph[]): readonly AlignedPair[] {
  const there = uniqueByKey(after);
  return [...uniqueByKey(before)]
    .flatMap(([key, index]): AlignedPair[] => {
      const other = there.get(key);
      return other === undefined ? [] : [{ before: index, after: other, moved: false }];
    })
    .sort((x, y) => x.before - y.before);
}

/** Anchors, and between them identical neighbours of an anchor and pairs by likeness; with what was too large. */
function inOrder(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  anchors: readonly AlignedPair[],
  spokenFor: Parameters<typeof pairGap>[3],
): { readonly pairs: readonly AlignedPair[]; readonly skipped: readonly Gap[] } {
  const pairs: AlignedPair[] = [];
  const skipped: Gap[] = [];
  let b = 0;
  let a = 0;
  const end: AlignedPair = { before: before.length, after: after.length, moved: false };
  for (const anchor of [...anchors, end]) {
    while (b < anchor.before && a < anchor.after && before[b]?.key === after[a]?.key) {
      pairs.push({ before: b, after: a, moved: false });
      b += 1;
      a += 1;
    }
    let endB = anchor.before;
    let endA = anchor.after;
    const tail: AlignedPair[] = [];
    while (endB > b && endA > a && before[endB - 1]?.key === after[endA - 1]?.key) {
      endB -= 1;
      endA -= 1;
      tail.push({ before: endB, after: endA, moved: false });
    }
    const gap = pairGap(before, after, [b, endB, a, endA], spokenFor);
    pairs.push(...gap.pairs, ...tail.reverse());
    skipped.push(...gap.skipped);
    if (anchor !== end) pairs.push(anchor);
    b = anchor.before + 1;
    a = anchor.after + 1;
  }
  return { pairs, skipped };
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Whether paragraphs were cut: of what then changed places, the fewest words moved. */
function hasPieces(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.some(({ number }, index) => number === paragraphs[index - 1]?.number);
}

function align(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphAlignment {
  const identical = identicalUnique(before, after);
  const placeOf = (pair: AlignedPair): number => pair.after;
  const anchors =
    hasPieces(before) || hasPieces(after)
      ? heaviestIncreasing(identical, after.length, placeOf, (pair) => before[pair.before]?.words ?? 0)
      : longestIncreasing(identical, placeOf);
  const anchored = new Set(anchors.map((pair) => pair.before));
  const moved = identical
    .filter((pair) => !anchored.has(pair.before) && (before[pair.before]?.words ?? 0) >= wordsToMove)
    .map((pair) => ({ ...pair, moved: true }));
  const steady = inOrder(before, after, anchors, {
    before: new Set(moved.map((pair) => pair.before)),
    after: new Set(moved.map((pair) => pair.after)),
  });
  const placed = [...steady.pairs, ...moved];
  const left = (all: readonly Paragraph[], taken: ReadonlySet<number>): readonly number[] =>
    [...all.keys()].filter((index) => !taken.has(index) && (all[index]?.words ?? 0) >= wordsToMove);
  const restBefore = left(before, new Set(placed.map((pair) => pair.before)));
  const restAfter = left(after, new Set(placed.map((pair) => pair.after)));
  const likely = findMoves(before, after, restBefore, restAfter);
  const tooMany = likely === null;
  return {
    pairs: [...steady.pairs, ...[...moved, ...(likely ?? [])].sort((x, y) => x.before - y.before)],
    skippedBefore: new Set([
      ...steady.skipped.flatMap((gap) => between(gap[0], gap[1])),
      ...(tooMany ? restBefore : []),
    ]),
    skippedAfter: new Set([
      ...steady.skipped.flatMap((gap) => between(gap[2], gap[3])),
      ...(tooMany ? restAfter : []),
    ]),
  };
}

/** One order of two texts, whichever is called before: by the first paragraphs that differ. */
function isInOrder(before: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  const index = before.findIndex(({ key }, at) => key !== after[at]?.key);
  return index < 0 || (before[index]?.key ?? '') <= (after[index]?.key ?? '');
}

/**
 * Aligns paragraphs: identical ones that stand once in each text anchor, or are moves where they stand out of order;
 * those between anchors pair by likeness in order, and of what is left clear likenesses elsewhere are moves. Work is
 * bounded by count: paragraphs beyond it stay unpaired and are named. Two texts align the same way in either direction.
 */
export function alignParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphAlignment {
  if (isInOrder(before, after)) return align(before, after);
  const turned = align(after, before);
  const pairs = turned.pairs.map(({ before: theirs, after: ours, moved }) => ({
    before: ours,
    after: theirs,
    moved,
  }));
  return {
    pairs: [
      ...pairs.filter(({ moved }) => !moved),
      ...pairs.filter(({ moved }) => moved).sort((x, y) => x.before - y.before),
    ],
    skippedBefore: turned.skippedAfter,
    skippedAfter: turned.skippedBefore,
  };
}
