/**
 * What a line is that belongs to its page and not to the report's text: a header or footer that runs over pages, a page's
 * number, a marking ("OFFICIAL"), a watermark ("DRAFT"), other words over the text, words that run another way than it.
 */
export type FurnitureKind = 'running' | 'page-number' | 'marking' | 'watermark' | 'overprinted' | 'turned';

/** One line of a source, or text that began on it. Pages and lines count from 1; lines run through all pages. */
export interface PlacedLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
  /** The line as its file has it, where letters were taken apart or a hyphen was mended. */
  readonly printed?: string;
  /** Where the line is none of the text: by its place on the page, or by its words. */
  readonly furniture?: FurnitureKind;
}

/** A paragraph of a field's text in a file that Plumbline made: its words, and what Word prints before them. */
export interface FieldParagraph {
  readonly mark: 'bullet' | 'number' | null;
  readonly text: string;
}

/** What a reader of any format yields, and all that later steps know of the file: lines as on the page. */
export interface SourceText {
  readonly lines: readonly PlacedLine[];
  /** Footnotes and endnotes that the format itself keeps apart, each with its mark, by the line that calls it. */
  readonly notes?: readonly PlacedLine[];
  /** Running headers and footers that the format itself keeps apart. */
  readonly furniture?: readonly PlacedLine[];
  /** Of a file that Plumbline made: the text of each field by the name of its place, and under '' all else. */
  readonly fields?: ReadonlyMap<string, readonly FieldParagraph[]>;
}
