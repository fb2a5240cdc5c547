/**
 * Two paragraphs that belong together, by their indexes: a step of comparing and merging, which says where words are to
 * be compared and nothing of what became of them.
 */
export interface AlignedPair {
  readonly before: number;
  readonly after: number;
  readonly moved: boolean;
}

/** How the paragraphs of two texts belong together. */
export interface ParagraphAlignment {
  /** Those in order first, then the moved ones by their old place. */
  readonly pairs: readonly AlignedPair[];
  /** Paragraphs that were too many to compare with each other: they stay unpaired, and may have had a match. */
  readonly skippedBefore: ReadonlySet<number>;
  readonly skippedAfter: ReadonlySet<number>;
}

/** Likenesses that may be computed between one set of paragraphs and another: bounds the work. */
export const mostPairs = 40_000;
