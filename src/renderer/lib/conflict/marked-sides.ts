import { compareTexts } from '../../../shared/text/compare-texts.ts';
import type { Range } from '../../../shared/text/compared-text.ts';

/** A stretch of a text, and whether the other text has nothing of it. */
export interface MarkedPiece {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts together would hold up the window while they are compared; they are shown unmarked. UTF-16 units. */
const longest = 200_000;

/** Cuts a text at ranges in ascending order. */
function cut(text: string, ranges: readonly Range[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) pieces.push({ text: text.slice(from, start), differs: false });
    pieces.push({ text: text.slice(start, end), differs: true });
    from = end;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), differs: false }] : pieces;
}

/**
 * Two texts with what only one of them has marked. Where they share no word, or are too long together, nothing is: a
 * text that is marked from its first word to its last says no more than the text.
 */
export function markedSides(
  one: string,
  other: string,
): readonly [one: readonly MarkedPiece[], other: readonly MarkedPiece[]] {
  const plain = (text: string): readonly MarkedPiece[] => (text === '' ? [] : [{ text, differs: false }]);
  if (one.length + other.length > longest) return [plain(one), plain(other)];
  const words = compareTexts(one, other).paragraphs.flatMap((paragraph) => paragraph.words);
  if (!words.some(({ kind, text }) => kind === 'same' && /[\p{L}\p{N}]/u.test(text)))
    return [plain(one), plain(other)];
  const ranges = (kind: 'removed' | 'added', side: 'before' | 'after'): readonly Range[] =>
    words
      .flatMap((stretch) => (stretch.kind === kind && stretch[side] !== null ? [stretch[side]] : []))
      .sort(([a], [b]) => a - b);
  return [cut(one, ranges('removed', 'before')), cut(other, ranges('added', 'after'))];
}
