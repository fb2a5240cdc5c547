import { accountForImport, type ImportAccount } from './import-account.ts';
import type { ImportedReport } from './imported-report.ts';
import type { ImportWarning } from './import-warning.ts';
import { readReport } from './read-report.ts';
import type { ReportComment, ReportFile } from './report-file.ts';
import type { ReportProblem } from './report-problem.ts';
import type { FieldParagraph } from './source-text.ts';
import type { DocumentOrigin } from '../values/document-origin.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { done, type Result } from '../result.ts';

/** A report as it stood at first, and after each author's tracked changes. */
export interface ReportStates {
  readonly report: ImportedReport;
  /** Where every character of the file's first text went. */
  readonly account: ImportAccount;
  readonly states: readonly { readonly by: string; readonly report: ImportedReport }[];
  readonly comments: readonly ReportComment[];
  readonly warnings: readonly ImportWarning[];
  /** Where Plumbline made the file: of which draft, and what of its text each state has. */
  readonly own: OwnReport | null;
}

/** A report that Plumbline made and somebody may have edited. */
export interface OwnReport extends DocumentOrigin {
  readonly states: readonly OwnState[];
}

/** Its text by the place of each field; `by` is who tracked the change that made it, null before any. */
export interface OwnState {
  readonly by: string | null;
  readonly fields: ReadonlyMap<string, readonly FieldParagraph[]>;
}

function ownReport({ origin, source, tracked }: ReportFile): OwnReport | null {
  if (origin === undefined || source.fields === undefined) return null;
  const later = tracked.map((state) => ({ by: byWords(state), fields: state.source.fields ?? new Map() }));
  return { ...origin, states: [{ by: null, fields: source.fields }, ...later] };
}

/**
 * Reads every state of a report's file. Where the first cannot be read, because its title was tracked as written, say,
 * the earliest that can is the first; what could not be kept apart is warned of.
 */
export function readStates(
  file: ReportFile,
  frameworks: readonly Framework[],
  frameworkId: string | null,
): Result<ReportStates, ReportProblem> {
  const options = { warnings: file.warnings, ...(frameworkId === null ? {} : { frameworkId }) };
  const first = readReport(file.source, frameworks, options);
  const later = file.tracked.map((state) => ({
    by: byWords(state),
    read: readReport(state.source, frameworks, {
      ...options,
      ...(first.ok && first.value.frameworkId !== null ? { frameworkId: first.value.frameworkId } : {}),
    }),
  }));
  const states = later.flatMap(({ by, read }) => (read.ok ? [{ by, report: read.value }] : []));
  const text = file.tracked.find((_, at) => later[at]?.read.ok === true)?.source ?? file.source;
  const warnings = later.filter(({ read }) => !read.ok).map(({ by }) => notApart(by));
  const own = ownReport(file);
  if (first.ok) {
    const account = accountForImport(file.source, first.value);
    return done({ report: first.value, account, states, comments: file.comments, warnings, own });
  }
  const [earliest, ...rest] = states;
  if (earliest === undefined) return first;
  return done({
    report: earliest.report,
    account: accountForImport(text, earliest.report),
    states: rest,
    own,
    comments: file.comments,
    warnings: [...warnings, notApart(earliest.by)],
  });
}

/** Who a remark or change is by, as the file says: "Jane Roe, 2026-10-08". */
export function byWords({ author, at }: { readonly author: string; readonly at: string }): string {
  return at === '' ? author : `${author}, ${at.slice(0, 10)}`;
}

function notApart(by: string): ImportWarning {
  return {
    code: 'changes-not-apart',
    message: `Without or with the changes tracked by ${by} the text is no report, so they were not kept as a revision of their own. Check the text against the file.`,
    line: null,
    text: null,
  };
}

/** A comment of the file whose words are in no section: kept here, so that it is not lost. */
export function commentNotPlaced(comment: ReportComment): ImportWarning {
  return {
    code: 'comment-not-placed',
    message: `A comment by ${byWords(comment)} lies on words that are in no section of the draft: it was kept here and not as a comment.`,
    line: null,
    text: `${comment.quote === '' ? '' : `“${comment.quote}”: `}${comment.text}`,
  };
}
