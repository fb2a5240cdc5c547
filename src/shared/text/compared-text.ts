import type { RecordId } from '../records/record.ts';

/** UTF-16 offsets, from inclusive, to exclusive. */
export type Range = readonly [from: number, to: number];

/** What one text became in another: its paragraphs in reading order, removals before what follows them; with figures. */
export interface ComparedText {
  readonly paragraphs: readonly ComparedParagraph[];
  readonly stats: {
    readonly wordsBefore: number;
    readonly wordsAfter: number;
    /** Words removed plus words added; a move changes none but the words inside it. */
    readonly wordsChanged: number;
    /** Paragraphs with a change; a move is one, and so is a break that came or went. */
    readonly changes: number;
    readonly moved: number;
    /** Whether any paragraph is. */
    readonly coarsened: boolean;
  };
}

/**
 * What became of one paragraph. A moved one stands at both its places: 'moved-from' at the old one, with its old words;
 * 'moved-to' at the new one, with what changed inside it. Each names the place of the other.
 */
export interface ComparedParagraph {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved-from' | 'moved-to';
  readonly before: Place | null;
  readonly after: Place | null;
  /** In reading order; they cover the paragraph from its first sign to its last, in either text that it stands in. */
  readonly words: readonly ComparedWords[];
  /** Whether it was too large, or its neighbours too many, to compare: it is shown as replaced whole. */
  readonly coarsened: boolean;
  /** Where it went on from the one before it, in the same paragraph, and now begins one of its own; or the other way round. */
  readonly broken?: 'split' | 'joined';
}

/** Where a paragraph stands in a text. */
interface Place {
  /** 1 for the first; pieces of one paragraph that the other text parts have the same. */
  readonly number: number;
  /** With the spaces and line breaks around it: the places of a text's paragraphs cover it wholly. */
  readonly range: Range;
}

/**
 * Words next to each other of which the same became: both texts have them, or the one before or after alone. Same words
 * may differ in spaces and line breaks: reflow is no change.
 */
export interface ComparedWords {
  readonly kind: 'same' | 'added' | 'removed';
  /** Null where words were added. */
  readonly before: Range | null;
  /** Null where words were removed, and where they moved from. */
  readonly after: Range | null;
  /** As the text after has them, else as the one before. */
  readonly text: string;
  /** Who added or removed them; only where that was asked for. */
  readonly by?: readonly AuthoredWords[];
}

/** Words and the record that wrote them, or took them out; null where that was before the comparison began. */
export interface AuthoredWords {
  readonly text: string;
  readonly by: RecordId | null;
}

/** The words of a paragraph with the spaces around it: they go with its first and last words of that text. */
export function withSpaces({ before, after, words }: ComparedParagraph): readonly ComparedWords[] {
  const spread = (side: 'before' | 'after', place: Place | null): readonly (Range | null)[] => {
    const first = words.findIndex((stretch) => stretch[side] !== null);
    const last = words.findLastIndex((stretch) => stretch[side] !== null);
    return words.map((stretch, index): Range | null => {
      const range = stretch[side];
      if (range === null || place === null) return range;
      return [index === first ? place.range[0] : range[0], index === last ? place.range[1] : range[1]];
    });
  };
  const [was, is] = [spread('before', before), spread('after', after)];
  return words.map((stretch, index) => ({
    ...stretch,
    before: was[index] ?? null,
    after: is[index] ?? null,
  }));
}
