import type { ImportWarning } from './import-warning.ts';
import type { DocumentOrigin } from '../values/document-origin.ts';
import type { SourceText } from './source-text.ts';

/** A remark that a file carries on some of its words; the words are empty where it lies on none that are left. */
export interface ReportComment {
  readonly author: string;
  /** ISO, as the file claims; empty where it does not say. */
  readonly at: string;
  readonly text: string;
  readonly quote: string;
}

/** The text after one author's tracked changes, on top of those before. */
interface TrackedState {
  readonly author: string;
  readonly at: string;
  readonly source: SourceText;
}

/** What a reader of any format yields of a report's file. */
export interface ReportFile {
  /** The text as it stood before any tracked change. */
  readonly source: SourceText;
  /** In order of each author's first change. */
  readonly tracked: readonly TrackedState[];
  readonly comments: readonly ReportComment[];
  readonly warnings: readonly ImportWarning[];
  /** The draft that Plumbline made it of. */
  readonly origin?: DocumentOrigin;
}
