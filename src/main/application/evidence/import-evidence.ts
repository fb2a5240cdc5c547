import { adoptedFramework } from '../session/adopted-framework.ts';
import { codeCounter } from './note-evidence.ts';
import { readTable } from './read-table.ts';
import { loadSeen } from '../see.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { EvidenceFile, Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { evidenceImported } from '../../../shared/evidence/evidence-imported.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../../shared/evidence/evidence-noted.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';
import {
  columnMappingSchema,
  guessMapping,
  type ColumnMapping,
  type EvidenceTable,
} from '../../../shared/evidence/evidence-table.ts';
import { mapEvidenceRows, type MappedNote } from '../../../shared/evidence/map-evidence-rows.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { EvidencePreview } from '../../../shared/ipc/evidence-views.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const mostBytes = 60_000_000;
/** Each note becomes a signed record of the draft, or two where it names a criterion. */
const mostNotes = 100_000;
const shownRows = 100;

/** Lets the window's other calls in, among them the one that stops this. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function readFile(scope: Scope, grant: string): Promise<Result<EvidenceFile, CallError>> {
  const { ports, session } = scope;
  if (session.evidence?.grant === grant) return done(session.evidence.file);
  const file = await ports.grants.readFile(grant, mostBytes);
  if (!file.ok) return refused({ code: 'unreadable', message: file.error.message });
  const { name, bytes } = file.value;
  const table = await readTable(scope, bytes);
  if (!table.ok) return table;
  const read = { name, sha256: ports.crypto.sha256Bytes(bytes), table: table.value };
  session.evidence = { grant, file: read };
  return done(read);
}

function headersKey({ headers }: EvidenceTable): string {
  return headers.join(' | ').toLowerCase().slice(0, 2000);
}

/** Says what importing a file of evidence would make. Nothing is written. */
export async function previewEvidence(
  scope: Scope,
  { draft, file, mapping }: CallInput<'previewEvidence'>,
): Promise<Result<EvidencePreview, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const read = await readFile(scope, file);
  if (!read.ok) return read;
  const { table, name } = read.value;
  const remembered = columnMappingSchema.safeParse(
    scope.ports.settings.read().mappings[headersKey(table)],
  ).data;
  const chosen = mapping ?? remembered ?? guessMapping(table.headers);
  const mapped = mappedRows(loaded.value.seen, scope, table, chosen);
  return done({
    file: name,
    headers: table.headers,
    mapping: chosen,
    first: mapped.notes.slice(0, 8),
    notes: mapped.notes.length,
    problems: mapped.problems.slice(0, shownRows),
    problemCount: mapped.problems.length,
    duplicates: mapped.duplicates.slice(0, shownRows),
    duplicateCount: mapped.duplicates.length,
    warnings: table.warnings ?? [],
  });
}

function mappedRows(
  draft: FoldedDraft | SeenDraft,
  scope: Scope,
  table: EvidenceTable,
  mapping: ColumnMapping,
): ReturnType<typeof mapEvidenceRows> {
  return mapEvidenceRows(
    table,
    mapping,
    adoptedFramework(draft, scope.ports.crypto.sha256),
    draft.state.notes,
  );
}

type Make = (earlier: readonly SignedRecord[]) => Intent;

/** A note, and where its row names a criterion its link: both made from the records before them. */
function intentsOf(note: MappedNote, code: string): readonly Make[] {
  const { row, criterion, ...said } = note;
  const noted: Make = (earlier) =>
    evidenceNoted.write({ ...said, code, from: { import: earlier[0]?.id ?? '', row } });
  if (criterion === null) return [noted];
  const linked: Make = (earlier) =>
    evidenceLinked.write({
      note: earlier.at(-1)?.id ?? '',
      criterion,
      direction: note.direction === 'weakness' ? 'against' : 'for',
      over: [],
    });
  return [noted, linked];
}

/** Imports a file of evidence as a whole: every note names the import and its row, and the whole can be undone. */
export function importEvidence(
  scope: Scope,
  input: CallInput<'importEvidence'>,
): Promise<Result<SavedView & { notes: number }, CallError>> {
  return runJob(scope, 'import-evidence', (job) => importRows(scope, input, job));
}

async function importRows(
  scope: Scope,
  { draft, file, mapping }: CallInput<'importEvidence'>,
  { signal, progress }: Job,
): Promise<Result<SavedView & { notes: number }, CallError>> {
  const { ports, session } = scope;
  const read = await readFile(scope, file);
  if (!read.ok) return read;
  const { table, name, sha256 } = read.value;
  let total = 0;
  let notes = 0;
  const saved = await writeRecords(
    scope,
    draft,
    (folded) => {
      const mapped = mappedRows(folded, scope, table, mapping);
      if (mapped.notes.length === 0) return refused(nothingToImport);
      if (mapped.notes.length > mostNotes) return refused(tooMany(mapped.notes.length));
      const next = codeCounter(folded.state);
      const rest = mapped.notes.flatMap((note) => intentsOf(note, next(note.kind)));
      notes = mapped.notes.length;
      total = rest.length + 1;
      const body = {
        file: name.slice(0, 300),
        sha256,
        rows: table.rows.length,
        records: rest.length,
      };
      return done({ first: evidenceImported.write(body), rest });
    },
    async (made) => {
      if (made % 200 !== 0) return true;
      progress(made, total, `${made} of ${total} records signed`);
      await breathe();
      return !signal.aborted;
    },
  );
  if (!saved.ok) return saved;
  delete session.evidence;
  const settings = ports.settings.read();
  // A day is of this file alone: the next with these columns would get it unseen.
  const kept = { ...mapping, otherwise: { ...mapping.otherwise, when: '' } };
  const entries = Object.entries({ ...settings.mappings, [headersKey(table)]: kept }).slice(-50);
  ports.settings.write({ ...settings, mappings: Object.fromEntries(entries) });
  return done({ ...saved.value, notes });
}

const nothingToImport: CallError = {
  code: 'unreadable',
  message:
    'No row of the file makes a note, so nothing was imported. Choose other columns, or mend the file.',
};

function tooMany(count: number): CallError {
  return {
    code: 'too-large',
    message: `The file makes ${count} notes; ${mostNotes} go into a draft at once. Nothing was imported. Split the file.`,
  };
}
