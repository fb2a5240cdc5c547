import { kindCalled } from '../../../shared/framework/framework-for-kind.ts';
import type { DetailName } from '../../../shared/draft/detail-names.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ImportDouble, ImportOutcome } from '../../../shared/ipc/import-views.ts';
import type { ImportedReport } from '../../../shared/report/imported-report.ts';
import { daysBetween } from '../../../shared/values/calendar-days.ts';

/** What an imported file is taken for. */
export type ImportAs = NonNullable<CallInput<'importReports'>['as']>;

/** The stage of a draft that a report is imported as. */
export function stageOfImport(as: ImportAs): 'published' | 'drafting' {
  return as === 'published' ? 'published' : 'drafting';
}

/** So many days after an inspection its report is out, under every framework that Plumbline has. */
const publishedWithin = 120;

/**
 * What a report is where nobody said: published, where it prints a day of publication that is not ahead or the inspection
 * ended long ago; a draft, where it carries tracked changes or comments, or is recent, or says neither.
 */
export function importedAs(
  { published, inspection }: ImportedReport,
  inWork: boolean,
  today: string,
): ImportAs {
  if (published !== null) return published <= today ? 'published' : 'draft';
  const ended = inspection.end ?? inspection.start;
  if (inWork || ended === null) return 'draft';
  return daysBetween(ended, today) > publishedWithin ? 'published' : 'draft';
}

/** What a report says of its inspection, as details of a draft. */
export function detailsOf(
  report: ImportedReport,
  framework: Framework | null,
  stage: string,
): readonly { name: DetailName; value: string }[] {
  const given: readonly [DetailName, string | null][] = [
    ['provider', report.provider],
    ['kind', kindOf(report.kind ?? '', framework)],
    ['start', report.inspection.start],
    ['end', report.inspection.end],
    ['published', report.published],
    ['leadInspector', report.leadInspector],
    // A report that was published is its framework's publisher's, until somebody says otherwise.
    ['inspectorate', report.published === null ? null : (framework?.publisher ?? null)],
    ['stage', stage],
  ];
  return given.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [{ name, value: value.slice(0, 300) }],
  );
}

/** The framework's own name of the type that a report prints, else as printed; '' where it prints none. */
function kindOf(printed: string, framework: Framework | null): string {
  return (framework === null ? null : kindCalled(framework, printed)) ?? printed.replaceAll('-', ' ');
}

/** What became of a file that was imported. */
export function outcomeOf(
  file: string,
  report: ImportedReport,
  draft: string | null,
  stage: ImportOutcome['stage'],
  account: ImportOutcome['account'],
): ImportOutcome {
  return {
    file,
    ok: true,
    draft,
    stage,
    provider: report.provider,
    framework: report.frameworkId,
    dates: report.inspection,
    leadInspector: report.leadInspector,
    areas: report.areas.map(({ id, title, grade, paragraphs }) => ({
      id,
      title,
      grade,
      paragraphs: paragraphs.length,
    })),
    improvements: report.improvements.length,
    warnings: report.warnings.map(({ code, message, line, area = null }) => ({ code, message, line, area })),
    again: null,
    account,
    problem: null,
    double: null,
  };
}

/** What became of a file that was not imported, with why. */
export function nothing(file: string, problem: string, double: ImportDouble | null = null): ImportOutcome {
  return {
    file,
    ok: false,
    draft: null,
    stage: null,
    provider: null,
    framework: null,
    dates: { start: null, end: null },
    leadInspector: null,
    areas: [],
    improvements: 0,
    warnings: [],
    again: null,
    account: null,
    problem,
    double,
  };
}
