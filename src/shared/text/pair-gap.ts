import { diffArrays } from 'diff';
import { mostPairs, type AlignedPair } from './alignment.ts';
import { similarities } from './similarity.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Stretches of paragraphs on both sides: before from, to; after from, to (exclusive). */
export type Gap = readonly [fromBefore: number, toBefore: number, fromAfter: number, toAfter: number];

/** What became of a gap. */
interface GapPairs {
  readonly pairs: readonly AlignedPair[];
  /** Parts of it that were too large to compare. */
  readonly skipped: readonly Gap[];
}

const inPlace = 0.4;
/** Paragraphs that may differ before a large gap of repeated paragraphs is left unpaired. */
const mostEdits = 500;

/**
 * Pairs the paragraphs between two anchors, keeping their order. `spokenFor` holds the
 * indexes of paragraphs that belong elsewhere. A large gap is first cut at its identical paragraphs; what is still large stays unpaired.
 */
export function pairGap(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  gap: Gap,
  spokenFor: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
): GapPairs {
  const likest = (part: Gap): readonly AlignedPair[] => likestPairs(before, after, part, spokenFor);
  if (!isLarge(gap)) return { pairs: likest(gap), skipped: [] };
  const pairs: AlignedPair[] = [];
  const skipped: Gap[] = [];
  let [b, , a] = gap;
  const close = (toB: number, toA: number): void => {
    const part: Gap = [b, toB, a, toA];
    if (isLarge(part)) skipped.push(part);
    else pairs.push(...likest(part));
  };
  for (const pair of identicalIn(before, after, gap)) {
    close(pair.before, pair.after);
    pairs.push(pair);
    b = pair.before + 1;
    a = pair.after + 1;
  }
  close(gap[1], gap[3]);
  return { pairs, skipped };
}

function isLarge([fromB, toB, fromA, toA]: Gap): boolean {
  return (toB - fromB) * (toA - fromA) > mostPairs;
}

function identicalIn(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  [fromB, toB, fromA, toA]: Gap,
): readonly AlignedPair[] {
  const changes = diffArrays(
    before.slice(fromB, toB).map((paragraph) => paragraph.key),
    after.slice(fromA, toA).map((paragraph) => paragraph.key),
    { maxEditLength: mostEdits },
  );
  let b = fromB;
  let a = fromA;
  return (changes ?? []).flatMap((change): AlignedPair[] => {
    const count = change.value.length;
    const [startB, startA] = [b, a];
    if (!change.added) b += count;
    if (!change.removed) a += count;
    if (change.added || change.removed) return [];
    return change.value.map((_, index) => ({ before: startB + index, after: startA + index, moved: false }));
  });
}

/** The order-keeping pairs with the greatest total likeness (dynamic programming). */
function likestPairs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  [fromB, toB, fromA, toA]: Gap,
  spokenFor: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
): readonly AlignedPair[] {
  const rows = toB - fromB;
  const columns = toA - fromA;
  if (rows === 0 || columns === 0) return [];
  const like = similarities(before.slice(fromB, toB), after.slice(fromA, toA), inPlace);
  like.forEach((row, i) => {
    row.forEach((_, j) => {
      if (spokenFor.before.has(fromB + i) || spokenFor.after.has(fromA + j)) row[j] = 0;
      else if (before[fromB + i]?.key === after[fromA + j]?.key) row[j] = 1.5;
    });
  });
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
  const pairs: AlignedPair[] = [];
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    const value = like[i]?.[j] ?? 0;
    if (value > 0 && at(i, j) === value + at(i + 1, j + 1)) {
      pairs.push({ before: fromB + i, after: fromA + j, moved: false });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
