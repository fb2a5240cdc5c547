import { localDay } from '../clocks/local-day.ts';
import { composeDraft } from '../draft/compose-draft.ts';
import type { LaterIntent } from '../session/later-intent.ts';
import { commentRecord, differ, importRecord, reportRevision, revisionRecord } from './report-records.ts';
import { knownFrameworks, mayBeAdopted } from '../framework/known-frameworks.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import type { DetailName } from '../../../shared/draft/detail-names.ts';
import { daysBetween } from '../../../shared/values/calendar-days.ts';
import { kindCalled } from '../../../shared/framework/framework-for-kind.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { ImportedReport } from '../../../shared/report/imported-report.ts';
import { commentNotPlaced } from '../../../shared/report/read-states.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ImportOutcome } from '../../../shared/ipc/views.ts';

const mostBytes = 21_000_000;
const beyond =
  'A part of this text is far longer than any part of a report. Nothing was imported and the file is unchanged. Choose the report’s own text.';

/** Imports published or draft reports, one draft each; a file that cannot be read stops none of the others. */
export function importReports(
  scope: Scope,
  input: CallInput<'importReports'>,
  demonstration = false,
): Promise<Result<readonly ImportOutcome[], CallError>> {
  return runJob(scope, 'import', async (job) => done(await importEach(scope, input, demonstration, job)));
}

async function importEach(
  scope: Scope,
  { files, framework, as }: CallInput<'importReports'>,
  demonstration: boolean,
  { signal, progress }: Job,
): Promise<readonly ImportOutcome[]> {
  const known = await knownFrameworks(scope);
  const frameworks = known.frameworks.filter(mayBeAdopted).map((framework) => framework.framework);
  const outcomes: ImportOutcome[] = [];
  for (const [at, grant] of files.entries()) {
    if (signal.aborted) break;
    const options = {
      framework,
      as,
      demonstration,
      signal,
      hear: (name: string) => {
        progress(at, files.length, `${at} of ${files.length} read; reading ${name} …`);
      },
    };
    outcomes.push(await importOne(scope, grant, options, frameworks));
    progress(at + 1, files.length, `${at + 1} of ${files.length} read`);
  }
  return outcomes;
}

async function importOne(
  scope: Scope,
  grant: string,
  asked: {
    readonly framework: string | null;
    readonly as: ImportAs | undefined;
    readonly demonstration: boolean;
    readonly signal: AbortSignal;
    readonly hear: (name: string) => void;
  },
  frameworks: readonly Framework[],
): Promise<ImportOutcome> {
  const file = await scope.ports.grants.readFile(grant, mostBytes);
  if (!file.ok) return nothing('', file.error.message);
  const { name, bytes } = file.value;
  const read = await scope.ports.documents.readStates(bytes, frameworks, asked.framework, () => {
    asked.hear(name);
    return !asked.signal.aborted;
  });
  if (!read.ok) return nothing(name, read.error.message);
  const { report, states, warnings, comments } = read.value;
  const framework = frameworks.find((framework) => framework.id === report.frameworkId) ?? null;
  const revisions = states.map((state) => ({ ...state, now: reportRevision(state.report, framework) }));
  const last = revisions.at(-1)?.now ?? reportRevision(report, framework);
  const placed = comments.map((comment) => ({ comment, record: commentRecord(comment, last) }));
  const imported = {
    ...report,
    warnings: [
      ...report.warnings,
      ...warnings,
      ...placed.filter(({ record }) => record === null).map(({ comment }) => commentNotPlaced(comment)),
    ],
  };
  const kept: readonly LaterIntent[] = [
    importRecord(imported, name, scope.ports.crypto.sha256Bytes(bytes)),
    revisionRecord(`Imported from ${name}`, reportRevision(report, framework)),
    ...revisions
      .map((revision, at) => ({
        ...revision,
        before: revisions[at - 1]?.now ?? reportRevision(report, framework),
      }))
      .filter(({ before, now }) => differ(before, now))
      .map(({ by, now, before }) => revisionRecord(`Changes tracked in ${name} by ${by}`, now, before)),
  ];
  if (kept.some((make) => make([]).said('') === null)) return nothing(name, beyond);
  const more = [...kept, ...placed.flatMap(({ record }) => record ?? [])];
  const inWork = states.length > 0 || comments.length > 0;
  const today = localDay(scope.ports.clock.now());
  const stage = stageOfImport(asked.as ?? importedAs(report, inWork, today));
  const made = await composeDraft(scope, {
    framework,
    details: detailsOf(report, framework, stage),
    recoveryOwner: null,
    demonstration: asked.demonstration,
    more,
  });
  return made.ok ? outcomeOf(name, imported, made.value.draft, stage) : nothing(name, made.error.message);
}

/** What an imported file is taken for. */
type ImportAs = NonNullable<CallInput<'importReports'>['as']>;

function stageOfImport(as: ImportAs): 'published' | 'drafting' {
  return as === 'published' ? 'published' : 'drafting';
}

/** So many days after an inspection its report is out, under every framework that Plumbline has. */
const publishedWithin = 120;

/**
 * What a report is where nobody said: published, where it prints a day of publication that is not ahead or the inspection
 * ended long ago; a draft, where it carries tracked changes or comments, or is recent, or says neither.
 */
function importedAs({ published, inspection }: ImportedReport, inWork: boolean, today: string): ImportAs {
  if (published !== null) return published <= today ? 'published' : 'draft';
  const ended = inspection.end ?? inspection.start;
  if (inWork || ended === null) return 'draft';
  return daysBetween(ended, today) > publishedWithin ? 'published' : 'draft';
}

function detailsOf(
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

function outcomeOf(
  file: string,
  report: ImportedReport,
  draft: string,
  stage: ImportOutcome['stage'],
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
    warnings: report.warnings.map(({ code, message, line }) => ({ code, message, line })),
    problem: null,
  };
}

function nothing(file: string, problem: string): ImportOutcome {
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
    problem,
  };
}
