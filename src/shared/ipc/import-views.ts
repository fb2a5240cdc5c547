import type { ImportAccount } from '../report/import-account.ts';

/** What became of one file given to import, or would become of it: then `draft` is null. */
export interface ImportOutcome {
  readonly file: string;
  readonly ok: boolean;
  readonly draft: string | null;
  /** Whether it was taken for a report that is out, or for a draft to moderate. */
  readonly stage: 'published' | 'drafting' | null;
  readonly provider: string | null;
  readonly framework: string | null;
  readonly dates: { readonly start: string | null; readonly end: string | null };
  readonly leadInspector: string | null;
  readonly areas: readonly {
    readonly id: string;
    readonly title: string;
    readonly grade: string | null;
    readonly paragraphs: number;
  }[];
  readonly improvements: number;
  readonly warnings: readonly {
    readonly code: string;
    readonly message: string;
    readonly line: number | null;
    /** Of a line that may be a heading: the area that it would head. */
    readonly area: string | null;
  }[];
  /** The grant by which the same bytes can be read again, where they are kept. */
  readonly again: string | null;
  /** Where every character of the file went; null where nothing was imported. */
  readonly account: ImportAccount | null;
  /** Why nothing was imported, in words. */
  readonly problem: string | null;
  /** The inspection that is here already, where the file is a report on it: a person says what is to become of the file. */
  readonly double: ImportDouble | null;
  /** Where it was added to an inspection that was here: how many revisions that made, none where it says nothing else. */
  readonly added?: number;
}

/** An inspection that a file to be imported is a report on. */
export interface ImportDouble {
  readonly draft: string;
  readonly provider: string;
  readonly start: string;
  readonly end: string;
  /** Whether the very same file was imported before, the file was exported from there, or it is another report on the same days. */
  readonly same: 'file' | 'export' | 'inspection';
  /** The grant by which the file can be imported after all. */
  readonly file: string;
}
