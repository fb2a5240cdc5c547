import type { Field } from '../records/open-value.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { asking } from '../report/import-warning.ts';
import type { ReportImportedBody } from './report-imported.ts';

/** A question about how an imported report was read, as the record of its import keeps it. */
interface ImportQuestion {
  /** By which its answer is known. */
  readonly key: string;
  readonly code: string;
  readonly line: number;
  readonly message: string;
  /** Words of the report that stand nowhere in the draft; null where all do. */
  readonly text: string | null;
}

/** A report that came in, with its record. */
interface Imported {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly report: ReportImportedBody;
}

/** The key of the answer to a question about a line of one import. */
export function importQuestionKey(record: RecordId, code: string, line: number): string {
  return `import/${record}/${code}/${line}`;
}

/** What an import asks and nobody answered yet; an earlier version kept answers without the import's record. */
export function openImportQuestions(
  { record, report }: Imported,
  answers: Readonly<Record<string, Field<string>>>,
): readonly ImportQuestion[] {
  const answered = (key: string): boolean => (answers[key] ?? []).length > 0;
  return report.warnings.flatMap(({ code, line, message, text }) => {
    if (line === null || message === '' || !asking.has(code)) return [];
    const key = importQuestionKey(record, code, line);
    return answered(key) || answered(`import/${code}/${line}`) ? [] : [{ key, code, line, message, text }];
  });
}
