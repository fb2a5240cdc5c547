import { localDay } from '../clocks/local-day.ts';
import { composeDraft } from '../draft/compose-draft.ts';
import type { LaterIntent } from '../session/later-intent.ts';
import { addReport, type FileState } from './add-report.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { loadSeen } from '../see.ts';
import { detailsOf, importedAs, nothing, outcomeOf, stageOfImport, type ImportAs } from './import-outcome.ts';
import { doubleWords, knownReports, type KnownReports } from './known-reports.ts';
import { commentRecord, differ, importRecord, reportRevision, revisionRecord } from './report-records.ts';
import { adoptable, mostBytes, readAs } from './preview-report.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { commentNotPlaced } from '../../../shared/report/read-states.ts';
import { addOwnReport } from './add-own-report.ts';
import type { OwnReport, ReportStates } from '../../../shared/report/read-states.ts';
import type { ImportedReport } from '../../../shared/report/imported-report.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ImportOutcome } from '../../../shared/ipc/import-views.ts';

/** Of one import so many bytes at most are kept, to show what went where and to move it. */
const mostKept = 64_000_000;
const beyond =
  'A part of this text is far longer than any part of a report. Nothing was imported and the file is unchanged. Choose the report’s own text.';

/** Imports published or draft reports, one draft each; a file that cannot be read stops none of the others. */
export function importReports(
  scope: Scope,
  input: CallInput<'importReports'>,
  demonstration = false,
): Promise<Result<readonly ImportOutcome[], CallError>> {
  return runJob(scope, 'import', async (job) => {
    const here = await knownReports(scope);
    return here.ok ? done(await importEach(scope, input, demonstration, here.value, job)) : here;
  });
}

async function importEach(
  scope: Scope,
  { files, framework, as, double, into, edits }: CallInput<'importReports'>,
  demonstration: boolean,
  here: KnownReports,
  { signal, progress }: Job,
): Promise<readonly ImportOutcome[]> {
  const frameworks = await adoptable(scope);
  const outcomes: ImportOutcome[] = [];
  let room = mostKept;
  const keep = (name: string, bytes: Uint8Array): string | null => {
    room -= bytes.length;
    return room < 0 ? null : scope.ports.grants.grantBytes(name, bytes).grant;
  };
  for (const [at, grant] of files.entries()) {
    if (signal.aborted) break;
    const options = {
      framework,
      as,
      double,
      into,
      edits: files.length === 1 ? edits : undefined,
      here,
      keep,
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

interface Asked {
  readonly framework: string | null;
  readonly as: ImportAs | undefined;
  readonly double: CallInput<'importReports'>['double'];
  readonly into: string | undefined;
  readonly edits: CallInput<'importReports'>['edits'];
  readonly here: KnownReports;
  readonly keep: (name: string, bytes: Uint8Array) => string | null;
  readonly demonstration: boolean;
  readonly signal: AbortSignal;
  readonly hear: (name: string) => void;
}

async function importOne(
  scope: Scope,
  given: string,
  asked: Asked,
  frameworks: readonly Framework[],
): Promise<ImportOutcome> {
  const file = await scope.ports.grants.readFile(given, mostBytes);
  if (!file.ok) return nothing('', file.error.message);
  const { name, bytes } = file.value;
  const sha256 = scope.ports.crypto.sha256Bytes(bytes);
  const read = await readAs(scope, { name, bytes }, asked, frameworks, asked.framework);
  if (!read.ok) return nothing(name, read.error.message);
  const { own } = read.value;
  const known = asked.here.find(read.value.report, sha256);
  const exported = own === null || known?.same === 'file' ? null : asked.here.exportOf(own.draft);
  const double = exported ?? known;
  if (double !== null && asked.double === undefined) {
    const { grant } = scope.ports.grants.grantBytes(name, bytes);
    return nothing(name, doubleWords(name, double), { ...double, file: grant });
  }
  if (double !== null && asked.double === 'add') {
    const draft = asked.into ?? double.draft;
    if (own !== null && draft === own.draft) return importOwn(scope, name, sha256, read.value, own);
    const into = await frameworkOf(scope, draft);
    if (!into.ok) return nothing(name, into.error.message);
    const again = await readAs(scope, { name, bytes }, asked, [into.value], into.value.id);
    if (!again.ok) return nothing(name, again.error.message);
    const parts = partsOf(again.value, name, sha256, into.value);
    const added = await addReport(scope, draft, parts.record, parts.states, parts.comments);
    if (!added.ok) return nothing(name, added.error.message);
    return {
      ...outcomeOf(name, parts.imported, draft, null, again.value.account),
      added: added.value.revisions,
      again: asked.keep(name, bytes),
    };
  }
  const { report, states, comments } = read.value;
  const framework = frameworks.find((framework) => framework.id === report.frameworkId) ?? null;
  const parts = partsOf(read.value, name, sha256, framework);
  const kept = [parts.record, ...revisionsOf(parts.states)];
  // Comments name a revision that is not written yet: what is too long in them was cut where they were read.
  if (kept.some((make) => make([]).said('') === null)) return nothing(name, beyond);
  const more: readonly LaterIntent[] = [...kept, ...parts.comments];
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
  if (!made.ok) return nothing(name, made.error.message);
  asked.here.add(made.value.draft, report, sha256);
  const outcome = outcomeOf(name, parts.imported, made.value.draft, stage, read.value.account);
  return { ...outcome, again: asked.keep(name, bytes) };
}

/** What a Word file can hold that no field takes. */
const ofAnyWord: ReadonlySet<string> = new Set([
  'hidden-text',
  'note-missing',
  'part-not-read',
  'sign-not-known',
]);

/** Adds a report that Plumbline exported to the draft it was made of. */
async function importOwn(
  scope: Scope,
  name: string,
  sha256: string,
  { report, comments, warnings }: ReportStates,
  own: OwnReport,
): Promise<ImportOutcome> {
  // What the reading of any report could not settle (headings, numbers) does not matter: each field has its own place.
  const met = [...report.warnings, ...warnings].filter(({ code }) => ofAnyWord.has(code));
  const added = await addOwnReport(
    scope,
    name,
    own,
    (outside) => importRecord({ ...report, warnings: [...met, ...outside] }, name, sha256),
    comments,
  );
  if (!added.ok) return nothing(name, added.error.message);
  const { revisions, warnings: outside } = added.value;
  const imported = { ...report, warnings: [...met, ...outside] };
  return { ...outcomeOf(name, imported, own.draft, null, null), added: revisions };
}

/** The framework of a draft that a report is to be added to. */
async function frameworkOf(scope: Scope, draft: string): Promise<Result<Framework, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const framework = adoptedFramework(loaded.value.seen, scope.ports.crypto.sha256);
  return framework === null ? refused(withoutFramework) : done(framework);
}

const withoutFramework: CallError = {
  code: 'conflict',
  message:
    'That inspection has no framework, so it is not known which of its areas the report speaks of. Nothing was imported. Adopt a framework there first, or import the report as another inspection.',
};

/** What a read file makes: the record of its import, a state for its text and for each author’s tracked changes, comments. */
function partsOf(
  { report, states, warnings, comments }: ReportStates,
  name: string,
  sha256: string,
  framework: Framework | null,
): {
  readonly imported: ImportedReport;
  readonly record: LaterIntent;
  readonly states: readonly FileState[];
  readonly comments: readonly NonNullable<ReturnType<typeof commentRecord>>[];
} {
  const all: FileState[] = [
    { reason: `Imported from ${name}`, now: reportRevision(report, framework) },
    ...states.map((state) => ({
      reason: `Changes tracked in ${name} by ${state.by}`,
      now: reportRevision(state.report, framework),
    })),
  ];
  const last = all.at(-1)?.now ?? reportRevision(report, framework);
  const placed = comments.map((comment) => ({ comment, record: commentRecord(comment, last) }));
  const notPlaced = placed.filter(({ record }) => record === null);
  const imported = {
    ...report,
    warnings: [...report.warnings, ...warnings, ...notPlaced.map(({ comment }) => commentNotPlaced(comment))],
  };
  return {
    imported,
    record: importRecord(imported, name, sha256),
    states: all,
    comments: placed.flatMap(({ record }) => record ?? []),
  };
}

/** The revisions of a new draft: the first state, and each after it that differs. */
function revisionsOf(states: readonly FileState[]): readonly LaterIntent[] {
  return states.flatMap(({ reason, now }, at): readonly LaterIntent[] => {
    const before = states[at - 1]?.now;
    if (before === undefined) return [revisionRecord(reason, now)];
    return differ(before, now) ? [revisionRecord(reason, now, before)] : [];
  });
}
