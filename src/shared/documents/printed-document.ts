import type { DocumentOrigin } from '../values/document-origin.ts';

/** A footnote, numbered through its document. */
export interface Footnote {
  readonly number: number;
  readonly text: string;
}

/** A stretch of text in one style; `to` leads to the fact or heading with that id in the same document. */
interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly to?: string;
  /** A footnote that is called here: then the run has no text of its own. */
  readonly note?: Footnote;
}

/** Text as it stands in a block. A line break in it is a line break on the page. */
export type Words = readonly Run[];

/** A picture: a row of squares of which some are filled, with what it shows in words. */
export interface Figure {
  readonly squares: readonly boolean[];
  readonly alternative: string;
}

export interface Cell {
  readonly words: Words;
  /** The field whose value it prints, where the document can come back with another. */
  readonly field?: string;
  readonly figure?: Figure;
}

/** A part of a document in reading order; with `field` it prints that field's text, and can come back with another. */
export type Block = BlockShape & { readonly field?: string };

type BlockShape =
  /** The title is level 1; these begin at 2 and skip no level. */
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly look?: 'standing' | 'small' }
  /** A paragraph known by its number; numbers need not be successive. */
  | { readonly kind: 'numbered'; readonly number: number; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  /** Names with their values, one a line. */
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: string; readonly value: string; readonly id?: string }[];
    }
  /** The first row is its header; with `rowHeaders` so is the first cell of every row. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      readonly rowHeaders: boolean;
      /** Share of the width that each column takes, in percent; equal shares where absent. */
      readonly widths?: readonly number[];
    }
  /** The footnotes that were called before; Word prints its own at the foot of the page. */
  | { readonly kind: 'footnotes'; readonly heading: string; readonly notes: readonly Footnote[] }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'page-break' };

/** What stands on a title page, above and below the title. */
export interface FrontMatter {
  /** Whose report it is; '' where the house style names nobody. */
  readonly inspectorate: string;
  /** A picture (PNG, base64) and what it shows; null where the house style has none. */
  readonly logo: { readonly png: string; readonly alternative: string } | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly contents: {
    readonly heading: string;
    readonly entries: readonly { readonly text: string; readonly to: string }[];
  };
}

/** A document before any format: HTML, Word, PDF and Markdown are made of it. */
export interface PrintedDocument {
  /** Its heading of level 1, and the file's title. */
  readonly title: string;
  readonly language: 'en-GB';
  /** A word across every page of what is not final; null on what is. */
  readonly watermark: string | null;
  /** What stands at the foot of every page beside its number. */
  readonly foot: string;
  /** What stands at the head of every page but the first; nothing where left out. */
  readonly head?: string;
  readonly landscape: boolean;
  /** The title page; left out where the title stands over the text. */
  readonly front?: FrontMatter;
  /** The draft that it prints and its last record, by which an edited copy finds back to what it was made of. */
  readonly origin?: DocumentOrigin;
  readonly blocks: readonly Block[];
}

/** Plain text as words. */
export function plain(text: string): Words {
  return [{ text }];
}

/** Rows of plain text as cells. */
export function plainRows(rows: readonly (readonly string[])[]): readonly (readonly Cell[])[] {
  return rows.map((row) => row.map((text) => ({ words: plain(text) })));
}

/** Words as one text, without the footnotes that they call. */
export function textOf(words: Words): string {
  return words.map(({ text }) => text).join('');
}
