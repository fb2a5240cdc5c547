import { composeDraft } from './compose-draft.ts';
import type { Scope } from './session.ts';
import type { DetailName } from '../../shared/domain/draft/draft-state.ts';
import { draftEventTypes } from '../../shared/domain/events/event-types.ts';
import type { Framework } from '../../shared/domain/framework/framework-schema.ts';
import type { ImportedReport } from '../../shared/domain/report/imported-report.ts';
import { readReport } from '../../shared/domain/report/read-report.ts';
import { setAside } from '../../shared/domain/report/set-aside.ts';
import { done, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { ImportOutcome } from '../../shared/ipc/views.ts';

const mostBytes = 21_000_000;
const beyond =
  'A part of this text is far longer than any part of a report. Nothing was imported and the file is unchanged. Choose the report’s own text.';

/** Imports published or draft reports, one draft each; a file that cannot be read stops none of the others. */
export async function importReports(
  scope: Scope,
  { files, framework }: CallInput<'importReports'>,
  demonstration = false,
): Promise<Result<readonly ImportOutcome[], CallError>> {
  const frameworks = await scope.ports.resources.frameworks();
  const outcomes: ImportOutcome[] = [];
  for (const [at, grant] of files.entries()) {
    if (scope.cancelled.has('import')) break;
    outcomes.push(await importOne(scope, grant, framework, frameworks, demonstration));
    const told = `${at + 1} of ${files.length} read`;
    scope.ports.windows.send(scope.session.window, {
      kind: 'progress',
      job: 'import',
      done: at + 1,
      total: files.length,
      told,
      finished: at + 1 === files.length,
    });
  }
  scope.cancelled.delete('import');
  return done(outcomes);
}

async function importOne(
  scope: Scope,
  grant: string,
  frameworkId: string | null,
  frameworks: readonly Framework[],
  demonstration: boolean,
): Promise<ImportOutcome> {
  const file = await scope.ports.grants.readFile(grant, mostBytes);
  if (!file.ok) return nothing('', file.error.message);
  const { name, bytes } = file.value;
  const text = scope.ports.documents.readReport(bytes);
  if (!text.ok) return nothing(name, text.error.message);
  const { source, warnings } = text.value;
  const read = readReport(source, frameworks, { warnings, ...(frameworkId === null ? {} : { frameworkId }) });
  if (!read.ok) return nothing(name, read.error.message);
  const report = read.value;
  const framework = frameworks.find((one) => one.id === report.frameworkId) ?? null;
  const more = [
    { type: 'report.imported', body: keptOf(report, name, scope.ports.crypto.sha256Bytes(bytes)) },
    { type: 'revision.saved', body: revisionOf(report, framework, name) },
  ];
  if (more.some(({ type, body }) => draftEventTypes.get(type)?.read(body, '') == null))
    return nothing(name, beyond);
  const made = await composeDraft(scope, {
    framework,
    details: detailsOf(report),
    recoveryOwner: null,
    demonstration,
    more,
  });
  return made.ok ? outcomeOf(name, report, made.value.draft) : nothing(name, made.error.message);
}

function detailsOf(report: ImportedReport): readonly { name: DetailName; value: string }[] {
  const given: readonly [DetailName, string | null][] = [
    ['provider', report.provider],
    ['kind', report.kind],
    ['start', report.inspection.start],
    ['end', report.inspection.end],
    ['published', report.published],
    ['leadInspector', report.leadInspector],
    ['stage', 'drafting'],
  ];
  return given.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [{ name, value: value.slice(0, 300) }],
  );
}

function keptOf(report: ImportedReport, file: string, sha256: string): unknown {
  return {
    file,
    sha256,
    title: report.title,
    furniture: setAside(report).map(({ page, line, text }) => ({ page, line, text })),
    warnings: report.warnings.map(({ code, message, line, text }) => ({ code, message, line, text })),
  };
}

/** Sections of the draft: the framework's areas, the summary, and what stands under no area. */
function revisionOf(report: ImportedReport, framework: Framework | null, file: string): unknown {
  const section = (name: string, paragraphs: readonly string[]): readonly object[] =>
    paragraphs.length === 0 ? [] : [{ section: name, text: paragraphs.join('\n\n'), over: [] }];
  const others = report.otherSections.flatMap((other, at) =>
    section(`other-${at + 1}`, [...(other.title === '' ? [] : [other.title]), ...other.paragraphs]),
  );
  const graded = report.areas.filter(
    (area) => area.grade !== null && framework?.areas.some((one) => one.id === area.id) === true,
  );
  return {
    reason: `Imported from ${file}`,
    narratives: [
      ...section('summary', report.summary),
      ...report.areas.flatMap((area) => section(area.id, area.paragraphs)),
      ...others,
    ],
    grades: graded.map((area) => ({ area: area.id, value: { grade: area.grade }, over: [] })),
    improvements: {
      points: report.improvements.map((text, at) => ({ id: `point-${at + 1}`, text, area: null, notes: [] })),
      over: [],
    },
    rest: [],
  };
}

function outcomeOf(file: string, report: ImportedReport, draft: string): ImportOutcome {
  return {
    file,
    ok: true,
    draft,
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
