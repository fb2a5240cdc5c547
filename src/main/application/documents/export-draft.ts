import { fromFault, noDraft } from '../session/call-errors.ts';
import { draftDocument } from './draft-documents.ts';
import { renderDocument } from './render-document.ts';
import { loadDraft, openedIn } from '../load.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { peopleToCarry } from '../../../shared/judgment/approval-paths.ts';
import { recordLine } from '../../../shared/records/record-line.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** A document made from a draft. */
export interface Exported {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Makes a document of a draft: its records whole, or one of its documents as it stands, marked as what it is. */
export async function renderExport(
  scope: Scope,
  { draft, format, document = 'report' }: CallInput<'exportDraft'>,
  job?: Job,
): Promise<Result<Exported, CallError>> {
  job?.progress(0, 2, 'Reading the draft');
  if (format === 'judgment') return renderRecords(scope, draft);
  const laid = await draftDocument(scope, draft, document);
  if (!laid.ok) return laid;
  job?.progress(1, 2, format === 'pdf' ? 'Printing the pages' : 'Laying out');
  const bytes = await renderDocument(scope, laid.value.document, format, job?.signal);
  return bytes.ok ? done({ name: `${laid.value.name}.${format}`, bytes: bytes.value }) : bytes;
}

/** Makes a document and hands it to the person, saying how far it is; stopping it leaves no file. */
export async function exportDraft(
  scope: Scope,
  input: CallInput<'exportDraft'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await runJob(scope, 'export', async (job) => {
    const rendered = await renderExport(scope, input, job);
    return job.signal.aborted ? null : rendered;
  });
  if (made === null) return done(null);
  if (!made.ok) return made;
  return handOut(scope, made.value.name, made.value.bytes);
}

async function renderRecords(scope: Scope, draft: string): Promise<Result<Exported, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  if (folded === null) return refused(noDraft);
  const people = await peopleLines(scope, peopleToCarry(folded.graph));
  if (!people.ok) return people;
  const lines = [...people.value, ...folded.graph.entries.map(({ record }) => recordLine(record))];
  return done({
    name: `${loaded.value.folder}.judgment`,
    bytes: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
  });
}

/** The lines of these people's own logs: what a file of records needs to verify by itself. */
export async function peopleLines(
  scope: Scope,
  authors: ReadonlySet<string>,
): Promise<Result<readonly string[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const lines = await opened.value.workspace.readPeople();
  if (!lines.ok) return refused(fromFault(lines.error));
  const decoder = new TextDecoder();
  const texts = lines.value.filter((line) => line.isComplete).map((line) => decoder.decode(line.bytes));
  const named = [...authors].map((author) => `"author":"${author}"`);
  return done([...new Set(texts.filter((text) => named.some((name) => text.includes(name))))]);
}
