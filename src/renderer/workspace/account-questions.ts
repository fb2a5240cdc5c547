import type { ImportOutcome } from '../../shared/ipc/import-views.ts';
import { asking } from '../../shared/report/import-warning.ts';
import type { ReportEdit } from '../../shared/report/report-edit.ts';
import type { AccountRow } from './account-rows.ts';

/** A question about a line of the report. */
export interface AccountQuestion {
  readonly line: number;
  readonly message: string;
  readonly code: string;
  /** The row it is about; -1 where none shows it. */
  readonly row: number;
  readonly area: string | null;
}

/** What yes and no mean, by the question. */
export const answersTo: Readonly<Record<string, { readonly yes?: string; readonly no?: string }>> = {
  'heading-in-question': { yes: 'Yes, start the area here', no: 'No, it is text' },
  'text-without-heading': { no: 'Leave it in a section of its own' },
  'two-periods': { yes: 'Yes, one inspection' },
  'not-placed': { no: 'Leave it beside the report' },
};

/** What is asked of a report and was not answered, in the order of the warnings. */
export function questionsOf(
  { warnings }: ImportOutcome,
  rows: readonly AccountRow[],
  edits: readonly ReportEdit[],
): readonly AccountQuestion[] {
  const answered = new Set(edits.flatMap((edit) => (edit.does === 'answer' ? [edit.line] : [])));
  return warnings.flatMap(({ code, line, message, area }) => {
    if (line === null || !asking.has(code) || answered.has(line)) return [];
    const row = rows.findIndex(({ block }) => block.line <= line && line < block.line + block.lines.length);
    return [{ line, message, code, area, row }];
  });
}
