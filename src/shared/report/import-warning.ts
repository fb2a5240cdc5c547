/** What can be wrong with a report that is still imported. */
type WarningCode =
  | 'answered-by-hand'
  | 'area-name-differs'
  | 'area-not-graded'
  | 'area-without-text'
  | 'assumed-utf-16'
  | 'assumed-windows-1252'
  | 'changes-not-apart'
  | 'comment-not-placed'
  | 'dates-not-read'
  | 'doubled-number'
  | 'grades-differ'
  | 'grades-nothing'
  | 'heading-in-question'
  | 'heading-not-known'
  | 'hidden-text'
  | 'kept-by-hand'
  | 'lead-not-read'
  | 'missing-number'
  | 'moved-by-hand'
  | 'no-framework'
  | 'no-improvements'
  | 'no-table'
  | 'not-placed'
  | 'note-missing'
  | 'nothing-of-framework'
  | 'number-in-sentence'
  | 'outside-fields'
  | 'part-not-read'
  | 'provider-not-read'
  | 'sign-not-known'
  | 'split-by-hand'
  | 'text-without-heading'
  | 'turned-text'
  | 'two-periods';

/** One thing the import could not settle by itself, or that a person settled before the report came in. */
export interface ImportWarning {
  readonly code: WarningCode;
  /** What was met, what was done with it, and what to do: one or two sentences. */
  readonly message: string;
  /** 1 for the source's first line; null where no single line is meant. */
  readonly line: number | null;
  /** Source text that stands nowhere else in the report; null where nothing was left out. */
  readonly text: string | null;
  /** Of a line that may be a heading: the area that it would head. */
  readonly area?: string;
}

/** Warnings that ask: the line they name waits for an answer. */
export const asking: ReadonlySet<string> = new Set<WarningCode>([
  'heading-in-question',
  'not-placed',
  'text-without-heading',
  'two-periods',
]);
