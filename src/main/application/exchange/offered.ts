import { fromFault } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadPeople, peopleOf } from '../session/load-people.ts';
import { readLines } from '../session/read-lines.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { draftOf, verifyDraft, type VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { CheckedLine } from '../../../shared/records/checked-line.ts';
import type { VerifiedPeople } from '../../../shared/people/verify-people.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

const mostBytes = 100_000_000;

/** A file as read, against what the workspace has. */
export interface Offered {
  readonly opened: OpenedWorkspace;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The people of the workspace, and with those of the file. */
  readonly people: VerifiedPeople;
  readonly together: VerifiedPeople;
  readonly peopleLines: readonly CheckedLine[];
  readonly draft: OfferedRecords | null;
}

/** The draft a file holds records of, as it is here and as it would be. */
export interface OfferedRecords {
  readonly draft: string;
  /** The folder it has here, or null. */
  readonly folder: string | null;
  readonly incoming: readonly CheckedLine[];
  readonly present: readonly CheckedLine[];
  readonly before: VerifiedDraft | null;
  readonly after: VerifiedDraft;
}

async function bytesOf(
  { ports, session }: Scope,
  grant: string,
): Promise<Result<{ name: string; bytes: Uint8Array }, CallError>> {
  if (session.offered?.grant === grant) return done(session.offered);
  const read = await ports.grants.readFile(grant, mostBytes);
  if (!read.ok) return refused(fromFault(read.error));
  session.offered = { grant, ...read.value };
  return read;
}

/** Reads a .judgment or .card file and holds it against the open workspace. Nothing is written. */
export async function readOffered(scope: Scope, grant: string): Promise<Result<Offered, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const found = await bytesOf(scope, grant);
  if (!found.ok) return found;
  const { name, bytes } = found.value;
  const { crypto } = scope.ports;
  const file = scope.ports.readJudgment(name, bytes);
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const [hereLines, cards, records] = [
    await opened.value.workspace.readPeople(),
    await file.readPeople(),
    await file.readDraft(name),
  ];
  if (!hereLines.ok || !cards.ok || !records.ok) return refused(notRecords);
  const peopleLines = readLines(cards.value, crypto);
  const incoming = readLines(records.value, crypto);
  if (![...peopleLines, ...incoming].some(({ read }) => read.ok)) return refused(notRecords);
  const together = peopleOf([...readLines(hereLines.value, crypto), ...peopleLines], scope);
  const draft = draftOf(incoming);
  const offered = { opened: opened.value, file: name, bytes, people: people.value, together, peopleLines };
  if (draft === null) return done({ ...offered, draft: null });
  const here = await presentLines(scope, opened.value, draft);
  if (!here.ok) return here;
  const { folder, present } = here.value;
  const before = folder === null ? null : verifyDraft(draft, present, people.value.people, {}, crypto.sha256);
  const after = verifyDraft(draft, [...present, ...incoming], together.people, {}, crypto.sha256, 'file');
  return done({ ...offered, draft: { draft, folder, incoming, present, before, after } });
}

async function presentLines(
  { ports }: Scope,
  { workspace }: OpenedWorkspace,
  draft: string,
): Promise<Result<{ folder: string | null; present: readonly CheckedLine[] }, CallError>> {
  const folders = await workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  for (const folder of folders.value.filter((folder) => folder.endsWith(draft.slice(0, 8)))) {
    const lines = await workspace.readDraft(folder);
    if (!lines.ok) return refused(fromFault(lines.error));
    const present = readLines(lines.value, ports.crypto);
    if (draftOf(present) === draft) return done({ folder, present });
  }
  return done({ folder: null, present: [] });
}

const notRecords: CallError = {
  code: 'unreadable',
  message:
    'This file holds no records of Plumbline, or it is damaged. Nothing was changed. Ask for the file again, or open it with the program that made it.',
};
