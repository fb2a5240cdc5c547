/** One line of a source, or text that began on it. Pages and lines count from 1; lines run through all pages. */
export interface PlacedLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
}

/** What a reader of any format yields, and all that later steps know of the file: lines as on the page. */
export interface SourceText {
  readonly lines: readonly PlacedLine[];
  /** Footnotes and endnotes that the format itself keeps apart, each with its mark, by the line that calls it. */
  readonly notes?: readonly PlacedLine[];
  /** Running headers and footers that the format itself keeps apart. */
  readonly furniture?: readonly PlacedLine[];
}
