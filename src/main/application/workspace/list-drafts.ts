import { fromFault } from '../session/call-errors.ts';
import { withClock } from '../clocks/kept-clocks.ts';
import { workspaceHolidays } from '../clocks/workspace-holidays.ts';
import { listedOf, missingRow } from './draft-row.ts';
import { blindDrafts, withoutBlind } from '../session/blind-drafts.ts';
import { loadDraftBlind, openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { stampOf } from './survey-stamp.ts';
import { surveyFolders, type ChangedFolder } from './survey-folders.ts';
import { rememberDrafts, seenOf } from '../session/witnessed.ts';
import type { DraftFolder } from '../../ports/storage-ports.ts';
import type { CatalogueEntry } from '../../ports/catalogue-port.ts';
import {
  missingDrafts,
  type MissingDraft,
  type SeenWorkspace,
} from '../../../shared/folder/seen-workspace.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';

/** Fingerprints are asked for so many at once: each is a few calls of the file system. */
const atOnce = 32;

/** What is known of every folder from the last time, by folder; read from the catalogue once a workspace is opened. */
async function knownIn(scope: Scope, opened: OpenedWorkspace): Promise<Map<DraftFolder, CatalogueEntry>> {
  opened.listed ??= new Map(
    (await scope.ports.catalogues.of(opened.workspace.id).all()).map((entry) => [entry.folder, entry]),
  );
  return opened.listed;
}

/** The list as it was when last surveyed on this computer, at once; its lines say that they are not checked yet. */
export async function listedBefore(scope: Scope): Promise<Result<readonly DraftRow[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  // The holidays are worked out while the catalogue's thread reads.
  const [known, days] = await Promise.all([knownIn(scope, opened.value), workspaceHolidays(scope)]);
  const rows = [...known.values()].flatMap(({ row, clocks }) =>
    row === null ? [] : [{ ...withClock(row, clocks, days), checked: false }],
  );
  return done(withoutBlind(rows, await blindDrafts(scope, opened.value)));
}

/**
 * The drafts of the workspace, each with what it holds or why it cannot be read; one bad draft hides no other. Folders
 * whose files are those that were looked at last are not read again; the others are surveyed in worker threads, the
 * latest changed first, with progress: every hash, and as many signatures as vouch for the others. Where that is stopped, lines that were not reached say that they are not checked.
 * Drafts that were here and are gone have lines of their own at the end.
 */
export function listDrafts(scope: Scope): Promise<Result<readonly DraftRow[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return Promise.resolve(opened);
  const current = opened.value;
  const { listing } = current;
  if (listing === undefined) {
    const now = runJob(scope, 'list', (job) => list(scope, current, job)).finally(() => {
      delete current.listing;
    });
    current.listing = { now };
    return now;
  }
  // Whoever asks while a list is under way may ask because of a change that it has passed: one more follows.
  listing.next ??= listing.now.then(
    () => listDrafts(scope),
    () => listDrafts(scope),
  );
  return listing.next;
}

async function list(
  scope: Scope,
  opened: OpenedWorkspace,
  job: Job,
): Promise<Result<readonly DraftRow[], CallError>> {
  const people = await loadPeople(scope, opened);
  if (!people.ok) return people;
  // As it was before the folders are listed: a draft begun meanwhile is not among them.
  const seen = await seenOf(scope, opened);
  const folders = await opened.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  const known = await knownIn(scope, opened);
  const person = (await scope.ports.keys.self())?.person ?? '';
  const days = await workspaceHolidays(scope);
  const rows = new Map<DraftFolder, DraftRow>();
  const reached = new Set<DraftFolder>();
  const changed: ChangedFolder[] = [];
  for (let from = 0; from < folders.value.length; from += atOnce) {
    const some = folders.value.slice(from, from + atOnce);
    const prints = await Promise.all(some.map((folder) => opened.workspace.fingerprint(folder)));
    some.forEach((folder, at) => {
      const fingerprint = prints[at] ?? '';
      const entry = known.get(folder);
      // What opening a draft found, with every signature, takes the place of what the survey found.
      if (
        entry === undefined ||
        (!entry.everySignature && opened.drafts.has(folder)) ||
        entry.stamp !== stampOf(fingerprint, entry.authors, people.value.people, person)
      )
        changed.push({ folder, fingerprint });
      else if (entry.row !== null) rows.set(folder, withClock(entry.row, entry.clocks, days));
    });
  }
  await forget(scope, opened, known, new Set(folders.value));
  const latest = (folder: DraftFolder): string => known.get(folder)?.row?.changed ?? '';
  changed.sort((a, b) => (latest(a.folder) < latest(b.folder) ? 1 : -1));
  await surveyFolders(scope, opened, { person, days }, changed, job, (folder, row) => {
    reached.add(folder);
    if (row !== null) rows.set(folder, row);
  });
  for (const { folder } of changed) {
    const before = known.get(folder);
    if (!rows.has(folder) && before?.row != null && job.signal.aborted)
      rows.set(folder, { ...withClock(before.row, before.clocks, days), checked: false });
  }
  const all = changed.every(({ folder }) => reached.has(folder));
  const missing = await missingNow(
    scope,
    opened,
    seen,
    new Map(folders.value.map((folder) => [folder, rows.get(folder)])),
    all,
  );
  const here = withoutBlind(
    folders.value.flatMap((folder) => rows.get(folder) ?? []),
    await blindDrafts(scope, opened),
  );
  return done([...here, ...missing.map((each) => missingRow(each, opened, person))]);
}

/** Remembers the drafts that were found, and tells those that were here before and are in no folder. */
async function missingNow(
  scope: Scope,
  opened: OpenedWorkspace,
  seen: SeenWorkspace,
  rows: ReadonlyMap<DraftFolder, DraftRow | undefined>,
  all: boolean,
): Promise<readonly MissingDraft[]> {
  const found = [...rows].flatMap(([folder, row]) =>
    row?.checked === true && row.draft !== '' ? [{ draft: row.draft, folder, name: row.provider }] : [],
  );
  await rememberDrafts(scope, opened, found);
  // While folders are out of reach, or were not all looked into, nobody knows what is missing.
  const known = all && opened.following?.isAway() !== true;
  const here = new Map([...rows].map(([folder, row]) => [folder, row?.draft ?? '']));
  const missing = known ? missingDrafts(seen, here) : (opened.looked?.missing ?? []);
  opened.looked = { folders: new Set(rows.keys()), missing, whole: all };
  return missingOf(opened);
}

/** The drafts that the last list found missing, without those that are lawfully gone. */
export function missingOf({ looked, workspaceLog }: OpenedWorkspace): readonly MissingDraft[] {
  return (looked?.missing ?? []).filter(({ draft }) => !workspaceLog.gone.has(draft));
}

/** Lists anew where a folder of the last list is gone, or one that was gone may be back; whether it did. */
export async function listIfFoldersWent(scope: Scope, opened: OpenedWorkspace): Promise<boolean> {
  const { looked } = opened;
  if (looked === undefined || opened.following?.isAway() === true) return false;
  const folders = await opened.workspace.listDraftFolders();
  if (!folders.ok) return false;
  const here = new Set(folders.value);
  const same =
    looked.folders.isSubsetOf(here) && (looked.missing.length === 0 || here.size === looked.folders.size);
  return !same && (await listDrafts(scope)).ok;
}

/** Takes folders that are gone out of the catalogue. */
async function forget(
  { ports }: Scope,
  opened: OpenedWorkspace,
  known: Map<DraftFolder, CatalogueEntry>,
  present: ReadonlySet<DraftFolder>,
): Promise<void> {
  const gone = [...known.keys()].filter((folder) => !present.has(folder));
  if (gone.length === 0) return;
  for (const folder of gone) known.delete(folder);
  await ports.catalogues.of(opened.workspace.id).drop(gone);
}

/** One line of the list, read anew: what a window needs when one draft changed. Null where the draft is not there. */
export async function listDraft(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<DraftRow | null, CallError>> {
  const loaded = await loadDraftBlind(scope, draft);
  if (!loaded.ok) return loaded.error.code === 'not-found' ? done(null) : loaded;
  const { opened } = scope.session;
  const person = (await scope.ports.keys.self())?.person ?? '';
  const { folder, verified } = loaded.value;
  const { row, clocks } = listedOf(folder, verified, person, scope.ports.crypto.sha256);
  if (row === null || opened === null) return done(null);
  const days = await workspaceHolidays(scope);
  const [shown = null] = withoutBlind([withClock(row, clocks, days)], await blindDrafts(scope, opened));
  return done(shown);
}
