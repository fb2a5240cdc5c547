import type { ImportWarning } from '../../shared/domain/report/import-warning.ts';
import type { ReportProblem } from '../../shared/domain/report/report-problem.ts';
import type { SourceText } from '../../shared/domain/report/source-text.ts';
import { splitPages } from '../../shared/domain/report/split-pages.ts';
import { done } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readTextReport } from './read-text-report.ts';

/** A report file's bytes into placed lines, with what was met on the way; the one place that tells formats apart. */
export function readReportLines(
  bytes: Uint8Array,
): Result<{ readonly source: SourceText; readonly warnings: readonly ImportWarning[] }, ReportProblem> {
  const read = readTextReport(bytes);
  return read.ok ? done({ source: splitPages(read.value.text), warnings: read.value.warnings }) : read;
}
