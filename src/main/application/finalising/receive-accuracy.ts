import { dropUnnamed, keepFiles } from '../evidence/keep-files.ts';
import { readTable } from '../evidence/read-table.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { accuracyReceived } from '../../../shared/accuracy/accuracy-received.ts';
import {
  comparedWords,
  newInForm,
  readCommentsForm,
  type ReadForm,
} from '../../../shared/accuracy/comments-form.ts';
import type { AccuracyState } from '../../../shared/accuracy/accuracy-state.ts';
import { outsideTheTable } from '../../../shared/documents/outside-the-table.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { dayWords } from '../../../shared/words.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** A form is no report: larger files are refused. */
const mostBytes = 20_000_000;

const notSent: CallError = {
  code: 'not-found',
  message: 'Nothing was recorded as sent to the provider, so there is nothing that this could answer.',
};

function receivedAlready({ name, at }: AccuracyState['files'][number]): CallError {
  return {
    code: 'exists',
    message: `These comments are here already: they were imported from ${name} on ${dayWords(at.slice(0, 10))}. Nothing was imported, so that no comment has to be answered twice. Choose the file that the provider sent since.`,
  };
}

function sameComments({ name, at }: AccuracyState['files'][number]): CallError {
  return {
    code: 'exists',
    message: `Every comment in this file is here already, though the file was saved again: the last came in with ${name} on ${dayWords(at.slice(0, 10))}. Nothing was imported, so that no comment has to be answered twice. Choose the file that the provider sent since.`,
  };
}

/** What a returned file says, and what it is called. */
interface Returned {
  readonly file: { readonly name: string; readonly sha256: string } | null;
  readonly form: (known: ReadonlySet<number>) => ReadForm;
}

async function read(scope: Scope, grant: string): Promise<Result<Returned, CallError>> {
  const { ports } = scope;
  const found = await ports.grants.readFile(grant, mostBytes);
  if (!found.ok) return refused({ code: 'unreadable', message: found.error.message });
  const { name, bytes } = found.value;
  const table = await readTable(scope, bytes);
  if (!table.ok) return table;
  const isWord = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const report = isWord ? await ports.documents.readReport(bytes) : null;
  const outside = report?.ok === true ? outsideTheTable(report.value, table.value) : [];
  return done({
    file: { name, sha256: ports.crypto.sha256Bytes(bytes) },
    form: (known) => {
      const { points, odd } = readCommentsForm(table.value, known);
      return { points, odd: [...odd, ...outside] };
    },
  });
}

/** Takes the provider's comments in from their form (Word, CSV or Excel); without a file, that they had none. */
export async function receiveAccuracy(
  scope: Scope,
  { draft, file }: CallInput<'receiveAccuracy'>,
): Promise<Result<SavedView, CallError>> {
  const nothing: Returned = { file: null, form: () => ({ points: [], odd: [] }) };
  const returned = file === null ? done(nothing) : await read(scope, file);
  if (!returned.ok) return returned;
  // Its bytes are on disk before the record that names them is; a file that no record names is harmless.
  const kept = await keepFiles(scope, draft, file === null ? [] : [file]);
  if (!kept.ok) return kept;
  const [bytes] = kept.value.map((one) => ({ bytes: one.bytes }));
  const saved = await writeRecord(scope, draft, ({ state }) => {
    const { sent, files, points, odd: oddBefore } = state.finalising.accuracy;
    if (sent === null) return refused(notSent);
    const before = files.find(({ sha256 }) => sha256 === returned.value.file?.sha256);
    if (before !== undefined) return refused(receivedAlready(before));
    const form = returned.value.form(new Set(sent.paragraphs.map((paragraph) => paragraph.number)));
    const answering = points.filter((point) => point.sent === sent.record);
    const { points: fresh, odd, known } = newInForm(form, answering);
    const latest = files.at(-1);
    const said = new Set(oddBefore.map(({ text }) => comparedWords(text)));
    const saysMore = fresh.length > 0 || form.odd.some(({ text }) => !said.has(comparedWords(text)));
    if (known > 0 && !saysMore && latest !== undefined) return refused(sameComments(latest));
    return done(
      accuracyReceived.write({
        sent: sent.record,
        points: fresh.map(({ row: _row, ...point }) => point),
        odd,
        file: returned.value.file === null ? null : { ...returned.value.file, ...bytes },
      }),
    );
  });
  const hash = returned.value.file?.sha256;
  if (!saved.ok && hash !== undefined) await dropUnnamed(scope, draft, hash);
  return saved;
}
