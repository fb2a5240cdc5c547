import type { Element } from '@xmldom/xmldom';
import { propertyOf } from './word-xml.ts';
import type { WordList } from './word-looks.ts';

/** Who tracked a change, and when (ISO, as the file claims; empty where it does not say). */
export interface TrackedBy {
  readonly author: string;
  readonly at: string;
}

/** A footnote or endnote that is called, and whether its mark is typed by hand and follows. */
export interface NoteCall {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly marked: boolean;
}

/** A stretch of text, with who wrote it or took it out where that was tracked. */
export interface WordRun {
  readonly text: string;
  readonly written: TrackedBy | null;
  readonly taken: TrackedBy | null;
  /** Ids of the comments that it lies under. */
  readonly comments: readonly string[];
  /** Word does not print it. */
  readonly hidden: boolean;
  /** The note that is called here; then the run has no text of its own. */
  readonly note: NoteCall | null;
  /** The name of the innermost content control around it. */
  readonly control: string | null;
}

/** A row of a table, the same object for all its paragraphs. */
interface WordRow {
  readonly first: boolean;
  readonly cells: number;
}

/** Where a paragraph stands in a table: its row and its cell, the same objects for all that stand there. */
export interface WordPlace {
  readonly row: WordRow;
  readonly cell: object;
}

/** One paragraph: its runs, its place in a list, and the tracked change of its end. */
export interface WordParagraph {
  readonly runs: readonly WordRun[];
  readonly list: WordList | null;
  readonly endWritten: TrackedBy | null;
  readonly endTaken: TrackedBy | null;
  /** Its end is hidden: what follows stands on the same line. */
  readonly endHidden: boolean;
  /** Null outside of tables. */
  readonly place: WordPlace | null;
  readonly control: string | null;
}

/** What an element that tracks a change says of it. */
export function trackedBy(element: Element): TrackedBy {
  return {
    author: propertyOf(element, 'author') ?? 'Someone unnamed',
    at: propertyOf(element, 'date') ?? '',
  };
}
