/** Two paragraphs that belong together; `before` and `after` index into the paragraphs of each text. */
export interface Alignment {
  readonly kind: 'same' | 'pair' | 'moved';
  readonly before: number;
  readonly after: number;
}

/** How the paragraphs of two texts belong together. */
export interface ParagraphAlignment {
  /** Those in order first, then the moved ones by their old place. */
  readonly pairs: readonly Alignment[];
  /** Paragraphs that were too many to hold against each other: they stay unpaired, and may have had a match. */
  readonly unheldBefore: ReadonlySet<number>;
  readonly unheldAfter: ReadonlySet<number>;
}

/** Likenesses that may be computed between one set of paragraphs and another: bounds the work. */
export const mostPairs = 40_000;
