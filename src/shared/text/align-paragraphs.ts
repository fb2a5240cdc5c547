import type { Alignment, ParagraphAlignment } from './alignment.ts';
import { findMoves } from './find-moves.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { pairGap, type Gap } from './pair-gap.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** A shorter paragraph, a heading say, is never called moved. */
const wordsToMove = 8;

function uniqueByKey(paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  paragraphs.forEach((paragraph, index) => seen.set(paragraph.key, seen.has(paragraph.key) ? -1 : index));
  return new Map([...seen].filter(([, index]) => index >= 0));
}

function identicalUnique(before: readonly Paragraph[], after: readonly Paragraph[]): readonly Alignment[] {
  const there = uniqueByKey(after);
  return [...uniqueByKey(before)]
    .flatMap(([key, index]): Alignment[] => {
      const other = there.get(key);
      return other === undefined ? [] : [{ kind: 'same', before: index, after: other }];
    })
    .sort((x, y) => x.before - y.before);
}

/** Anchors, and between them identical neighbours of an anchor and pairs by likeness; with what was too large. */
function inOrder(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  anchors: readonly Alignment[],
  spokenFor: Parameters<typeof pairGap>[3],
): { readonly pairs: readonly Alignment[]; readonly unheld: readonly Gap[] } {
  const pairs: Alignment[] = [];
  const unheld: Gap[] = [];
  let b = 0;
  let a = 0;
  const end: Alignment = { kind: 'same', before: before.length, after: after.length };
  for (const anchor of [...anchors, end]) {
    while (b < anchor.before && a < anchor.after && before[b]?.key === after[a]?.key) {
      pairs.push({ kind: 'same', before: b, after: a });
      b += 1;
      a += 1;
    }
    let endB = anchor.before;
    let endA = anchor.after;
    const tail: Alignment[] = [];
    while (endB > b && endA > a && before[endB - 1]?.key === after[endA - 1]?.key) {
      endB -= 1;
      endA -= 1;
      tail.push({ kind: 'same', before: endB, after: endA });
    }
    const gap = pairGap(before, after, [b, endB, a, endA], spokenFor);
    pairs.push(...gap.pairs, ...tail.reverse());
    unheld.push(...gap.unheld);
    if (anchor !== end) pairs.push(anchor);
    b = anchor.before + 1;
    a = anchor.after + 1;
  }
  return { pairs, unheld };
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function align(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphAlignment {
  const identical = identicalUnique(before, after);
  const anchors = longestIncreasing(identical, (pair) => pair.after);
  const kept = new Set(anchors.map((one) => one.before));
  const moved = identical
    .filter((one) => !kept.has(one.before) && (before[one.before]?.words ?? 0) >= wordsToMove)
    .map((one): Alignment => ({ ...one, kind: 'moved' }));
  const steady = inOrder(before, after, anchors, {
    before: new Set(moved.map((one) => one.before)),
    after: new Set(moved.map((one) => one.after)),
  });
  const placed = [...steady.pairs, ...moved];
  const left = (all: readonly Paragraph[], taken: ReadonlySet<number>): readonly number[] =>
    [...all.keys()].filter((index) => !taken.has(index) && (all[index]?.words ?? 0) >= wordsToMove);
  const restBefore = left(before, new Set(placed.map((one) => one.before)));
  const restAfter = left(after, new Set(placed.map((one) => one.after)));
  const found = findMoves(before, after, restBefore, restAfter);
  const tooMany = found === null;
  return {
    pairs: [...steady.pairs, ...[...moved, ...(found ?? [])].sort((x, y) => x.before - y.before)],
    unheldBefore: new Set([
      ...steady.unheld.flatMap((gap) => between(gap[0], gap[1])),
      ...(tooMany ? restBefore : []),
    ]),
    unheldAfter: new Set([
      ...steady.unheld.flatMap((gap) => between(gap[2], gap[3])),
      ...(tooMany ? restAfter : []),
    ]),
  };
}

function allWords(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.key).join('\n');
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
  if (allWords(before) <= allWords(after)) return align(before, after);
  const turned = align(after, before);
  const pairs = turned.pairs.map((one) => ({ kind: one.kind, before: one.after, after: one.before }));
  return {
    pairs: [
      ...pairs.filter((one) => one.kind !== 'moved'),
      ...pairs.filter((one) => one.kind === 'moved').sort((x, y) => x.before - y.before),
    ],
    unheldBefore: turned.unheldAfter,
    unheldAfter: turned.unheldBefore,
  };
}
