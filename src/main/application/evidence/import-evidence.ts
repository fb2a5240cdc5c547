import { adoptedFramework } from '../session/adopted-framework.ts';
import { intentsOfAll, recordsOf } from './intents-of-rows.ts';
import { codeCounter } from './note-evidence.ts';
import { readTable } from './read-table.ts';
import { loadSeen } from '../see.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { EvidenceFile, Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { evidenceImported } from '../../../shared/evidence/evidence-imported.ts';
import { listOf, pluralOf, rowsNamed } from '../../../shared/words.ts';
import {
  columnMappingSchema,
  columnsAsked,
  evidenceFields,
  guessMapping,
  type ColumnMapping,
  type EvidenceTable,
} from '../../../shared/evidence/evidence-table.ts';
import { mapEvidenceRows } from '../../../shared/evidence/map-evidence-rows.ts';
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

async function readFile(
  scope: Scope,
  grant: string,
  sheet: string | null,
): Promise<Result<EvidenceFile, CallError>> {
  const { ports, session } = scope;
  const kept = session.evidence?.grant === grant ? session.evidence : null;
  if (kept !== null && (sheet === null || sheet === kept.sheet)) return done(kept.file);
  const file = kept?.bytes == null ? await ports.grants.readFile(grant, mostBytes) : done(kept.bytes);
  if (!file.ok) return refused({ code: 'unreadable', message: file.error.message });
  const { name, bytes } = file.value;
  const table = await readTable(scope, bytes, sheet);
  if (!table.ok) return table;
  const read = { name, sha256: ports.crypto.sha256Bytes(bytes), table: table.value };
  // Only of a workbook another sheet can be asked for: the bytes of other files are let go.
  const several = (table.value.sheets?.length ?? 0) > 1;
  session.evidence = { grant, file: read, sheet, bytes: several ? file.value : null };
  return done(read);
}

function headersKey({ headers }: EvidenceTable): string {
  return headers.join(' | ').toLowerCase().slice(0, 2000);
}

/** Says what importing a file of evidence would make. Nothing is written. */
export async function previewEvidence(
  scope: Scope,
  { draft, file, mapping, sheet = null }: CallInput<'previewEvidence'>,
): Promise<Result<EvidencePreview, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const read = await readFile(scope, file, sheet);
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
    links: mapped.links.length,
    remarks: mapped.remarks.slice(0, shownRows),
    remarkCount: mapped.remarks.length,
    warnings: table.warnings ?? [],
    reading: [...(table.reading ?? []), ...hiddenSaid(mapped.hidden, chosen), ...notUsed(table, chosen)],
    hidden: mapped.hidden.length,
    asked: columnsAsked(table.headers, chosen),
    sheets: table.sheets ?? [],
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
    draft.state.links,
  );
}

/** What becomes of the rows that the workbook hides. */
function hiddenSaid(hidden: readonly number[], { hiddenRows }: ColumnMapping): readonly string[] {
  if (hidden.length === 0) return [];
  const made = hiddenRows
    ? pluralOf(hidden.length, 'it makes a note like the others', 'they make notes like the others')
    : pluralOf(hidden.length, 'it is left out', 'they are left out');
  return [`The workbook hides ${rowsNamed(hidden)}: ${made}.`];
}

/** Columns with something in them that no field of a note is read from, in words. */
function notUsed({ headers, rows }: EvidenceTable, mapping: ColumnMapping): readonly string[] {
  const used = new Set(evidenceFields.map((field) => mapping[field]));
  const named = headers.flatMap((header, at) =>
    used.has(at) || rows.every(({ cells }) => (cells[at] ?? '').trim() === '')
      ? []
      : [header === '' ? `column ${at + 1}` : `“${header}”`],
  );
  return named.length === 0 ? [] : [`Not imported, since no field is chosen for it: ${listOf(named)}.`];
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
  { draft, file, mapping, sheet = null }: CallInput<'importEvidence'>,
  { signal, progress }: Job,
): Promise<Result<SavedView & { notes: number }, CallError>> {
  const { ports, session } = scope;
  const kept: { file?: EvidenceFile } = {};
  const headers = await readFile(scope, file, sheet).then((read) => {
    if (!read.ok) return read;
    kept.file = read.value;
    return done(headersKey(read.value.table));
  });
  if (!headers.ok) return headers;
  let total = 0;
  let notes = 0;
  const saved = await writeRecords(
    scope,
    draft,
    (folded) => {
      if (kept.file === undefined) throw new Error('the table was let go');
      const { table, name, sha256 } = kept.file;
      const mapped = mappedRows(folded, scope, table, mapping);
      if (mapped.notes.length + mapped.links.length === 0)
        return refused(
          mapped.duplicates.length > 0 && mapped.problems.length === 0 ? allHere : nothingToImport,
        );
      if (mapped.notes.length > mostNotes) return refused(tooMany(mapped.notes.length));
      const next = codeCounter(folded.state);
      const records = mapped.notes.reduce((sum, note) => sum + recordsOf(note), mapped.links.length);
      const rest = intentsOfAll([...mapped.notes].reverse(), mapped.links, next);
      notes = mapped.notes.length;
      total = records + 1;
      const body = {
        file: name.slice(0, 300),
        sha256,
        rows: table.rows.length,
        records,
      };
      // The notes have what they need of the table; of a hundred thousand rows it is let go while they are signed.
      delete kept.file;
      delete session.evidence;
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
  const settings = ports.settings.read();
  // A day is of this file alone: the next with these columns would get it unseen.
  const columns = { ...mapping, hiddenRows: false, otherwise: { ...mapping.otherwise, when: '' } };
  const entries = Object.entries({ ...settings.mappings, [headers.value]: columns }).slice(-50);
  ports.settings.write({ ...settings, mappings: Object.fromEntries(entries) });
  return done({ ...saved.value, notes });
}

const nothingToImport: CallError = {
  code: 'unreadable',
  message:
    'No row of the file makes a note, so nothing was imported. Choose other columns, or mend the file.',
};

const allHere: CallError = {
  code: 'exists',
  message: 'Every row of the file is a note that is here already, so nothing was imported.',
};

function tooMany(count: number): CallError {
  return {
    code: 'too-large',
    message: `The file makes ${count} notes; ${mostNotes} go into a draft at once. Nothing was imported. Split the file.`,
  };
}
