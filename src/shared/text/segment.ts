/** UTF-16 offsets, from inclusive, to exclusive. */
export type Range = readonly [from: number, to: number];

/**
 * One stretch of a comparison. The `before` ranges, in order, cover the text before wholly, the `after` ranges the
 * text after. Equal stretches may differ in spaces and line breaks: reflow is no change. A moved paragraph is
 * 'moved-from' at its old place and 'moved-to' at its new one, joined by `pair`; `edits` are the changes inside it.
 */
export interface Segment {
  readonly kind: 'equal' | 'removed' | 'added' | 'moved-from' | 'moved-to';
  readonly before: Range | null;
  readonly after: Range | null;
  readonly pair: number | null;
  readonly edits?: readonly Segment[];
}

/** A comparison of two texts as data, with its figures. */
export interface TextComparison {
  readonly segments: readonly Segment[];
  readonly stats: {
    readonly wordsBefore: number;
    readonly wordsAfter: number;
    /** Words removed plus words added; a move without edits changes none. */
    readonly wordsChanged: number;
    readonly hunks: number;
    readonly moved: number;
    /** True where a paragraph was too large, or the paragraphs too many, to compare and are shown as replaced. */
    readonly coarsened: boolean;
  };
}
