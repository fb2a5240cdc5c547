import { z } from 'zod';
import { withClock } from '../clocks/kept-clocks.ts';
import type { WorkspaceHolidays } from '../clocks/workspace-holidays.ts';
import { newestTips } from '../session/draft-tips.ts';
import { listedOf, unreadableRow } from './draft-row.ts';
import { emptyDraft } from '../session/empty-draft.ts';
import { blindDrafts, withoutBlind } from '../session/blind-drafts.ts';
import { loadFolder } from '../load.ts';
import type { Job } from '../session/run-job.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { stampOf } from './survey-stamp.ts';
import type { DraftFolder, LogLine } from '../../ports/storage-ports.ts';
import type { CatalogueEntry } from '../../ports/catalogue-port.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';

/** A folder that is not as it was, with what its files look like now. */
export interface ChangedFolder {
  readonly folder: DraftFolder;
  readonly fingerprint: string;
}

/** Up to so many folders are read in this thread: starting others would take longer. */
const fewFolders = 8;
/** So many entries are kept in one go, and so many rows told to the window. */
const batch = 50;

interface Found {
  readonly row: DraftRow | null;
  readonly clocks: CatalogueEntry['clocks'];
  readonly counts: CatalogueEntry['counts'];
  readonly sealed: CatalogueEntry['sealed'];
  /** Null where the folder could not be read whole: it is looked at again next time. */
  readonly authors: CatalogueEntry['authors'] | null;
  readonly everySignature: boolean;
}

/** Surveys folders, several at once where there are many, until it is stopped; tells each as it is found. */
export async function surveyFolders(
  scope: Scope,
  opened: OpenedWorkspace,
  { person, days }: { readonly person: string; readonly days: WorkspaceHolidays },
  changed: readonly ChangedFolder[],
  { signal, progress }: Job,
  tell: (folder: DraftFolder, row: DraftRow | null) => void,
): Promise<void> {
  const { ports, session } = scope;
  const many = changed.length > fewFolders;
  const fresh: CatalogueEntry[] = [];
  let done = 0;
  const keep = async (least: number): Promise<void> => {
    if (fresh.length < least) return;
    const entries = fresh.splice(0);
    const rows = entries.flatMap(({ row, clocks }) => (row === null ? [] : [withClock(row, clocks, days)]));
    const shown = withoutBlind(rows, await blindDrafts(scope, opened));
    if (many) ports.windows.send(session.window, { kind: 'rows', rows: shown });
    await ports.catalogues.of(opened.workspace.id).put(entries);
  };
  const sayHowFar = (): void => {
    if (many) progress(done, changed.length, `${done} of ${changed.length} drafts checked`);
  };
  const waiting = changed.values();
  const lane = async (): Promise<void> => {
    for (const { folder, fingerprint } of waiting) {
      if (signal.aborted) return;
      const here = !many || opened.drafts.has(folder);
      const found = await (here ? foundHere : foundByWorker)(scope, opened, folder, person);
      tell(folder, found.row === null ? null : withClock(found.row, found.clocks, days));
      if (found.authors !== null) {
        const stamp = stampOf(fingerprint, found.authors, opened.people.people, person);
        const entry = {
          folder,
          stamp,
          authors: found.authors,
          row: found.row,
          clocks: found.clocks,
          counts: found.counts,
          sealed: found.sealed,
          everySignature: found.everySignature,
        };
        opened.listed?.set(folder, entry);
        fresh.push(entry);
      }
      done += 1;
      if (done % 25 === 0) sayHowFar();
      await keep(batch);
    }
  };
  await Promise.all(Array.from({ length: many ? ports.surveyors.count + 1 : 1 }, lane));
  await keep(1);
  sayHowFar();
}

/** By reading it in this thread; the draft is kept, since whoever looked at it will look again. */
async function foundHere(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: DraftFolder,
  person: string,
): Promise<Found> {
  const loaded = await loadFolder(scope, opened, folder);
  const nothing = { clocks: null, counts: [], sealed: null, authors: null, everySignature: true };
  if (!loaded.ok) return { row: unreadableRow(folder, loaded.error.message), ...nothing };
  if (loaded.value === null) {
    const { message } = await emptyDraft(scope, opened, folder);
    return { row: unreadableRow(folder, message), ...nothing };
  }
  const { lines, verified } = loaded.value;
  const authors = new Set(lines.flatMap(({ checked: { read } }) => (read.ok ? [read.value.author] : [])));
  return {
    ...listedOf(folder, verified, person, scope.ports.crypto.sha256),
    authors: lines.some(isUnread) ? null : [...authors].sort(),
    everySignature: true,
  };
}

/** In a worker thread, which keeps nothing of it. What a worker cannot settle is read in this thread. */
async function foundByWorker(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: DraftFolder,
  person: string,
): Promise<Found> {
  const { witness, surveyors } = scope.ports;
  const read = await opened.workspace.readDraft(folder);
  if (!read.ok || read.value.length === 0 || read.value.some(isUnread))
    return foundHere(scope, opened, folder, person);
  const lines = read.value;
  const likely = draftNamedIn(lines);
  const tips = likely === null ? {} : await witness.read(likely);
  const { people } = opened.people;
  // What was found broken once is looked at in full from then on: a survey would not find every signature again.
  const everySignature = opened.listed?.get(folder)?.row?.problem != null;
  const found = await surveyors.survey({ folder, lines, people, person, tips, everySignature });
  if (found.draft === null || found.draft !== likely) return foundHere(scope, opened, folder, person);
  const newest = newestTips(tips, found.tips);
  if (newest !== null) await witness.remember(found.draft, newest);
  const { row, clocks, counts, sealed, authors } = found;
  return { row, clocks, counts, sealed, authors, everySignature };
}

function isUnread(line: LogLine): boolean {
  return line.fault !== undefined;
}

const naming = z.looseObject({ id: z.string(), draft: z.string().nullable() });

/** The draft that the first line names, unchecked: which tips may be wanted. */
function draftNamedIn([first]: readonly LogLine[]): string | null {
  try {
    const said = naming.safeParse(JSON.parse(new TextDecoder().decode(first?.bytes))).data;
    const named = said?.draft ?? said?.id ?? '';
    return /^[0-9a-f]{64}$/u.test(named) ? named : null;
  } catch {
    return null;
  }
}
