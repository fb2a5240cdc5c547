import { accountForImport, type ImportAccount } from './import-account.ts';
import type { ImportedReport } from './imported-report.ts';
import type { ImportWarning } from './import-warning.ts';
import { readReport } from './read-report.ts';
import type { ReportComment, ReportFile } from './report-file.ts';
import { answersOf, type ReportEdit } from './report-edit.ts';
import type { ReportFramework } from './report-framework.ts';
import type { ReportProblem } from './report-problem.ts';
import { settleReport } from './settle-report.ts';
import type { FieldParagraph, SourceText } from './source-text.ts';
import type { DocumentOrigin } from '../values/document-origin.ts';
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
  frameworks: readonly ReportFramework[],
  frameworkId: string | null,
  edits: readonly ReportEdit[] = [],
): Result<ReportStates, ReportProblem> {
  const options = { warnings: file.warnings, ...(frameworkId === null ? {} : { frameworkId }) };
  const settled = (source: SourceText, more: typeof options): Result<ImportedReport, ReportProblem> => {
    const own = editsIn(source, file.source, edits);
    const read = readReport(source, frameworks, { ...more, answers: answersOf(own) });
    if (!read.ok) return read;
    const framework = frameworks.find(({ id }) => id === read.value.frameworkId) ?? null;
    return done(settleReport(read.value, own, framework));
  };
  const first = settled(file.source, options);
  const later = file.tracked.map((state) => ({
    by: byWords(state),
    read: settled(state.source, {
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

/** Edits of the first text as edits of a later state of it: a line that was answered for is the one with its words. */
function editsIn(state: SourceText, first: SourceText, edits: readonly ReportEdit[]): readonly ReportEdit[] {
  if (state === first) return edits;
  return edits.flatMap((edit): ReportEdit[] => {
    if (edit.does !== 'answer') return [edit];
    const words = first.lines.find(({ line }) => line === edit.line)?.text;
    const same = state.lines.find(({ text }) => text === words);
    return same === undefined ? [] : [{ ...edit, line: same.line }];
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
