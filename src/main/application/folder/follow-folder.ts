import { draftName, folderView, namesOf } from './folder-view.ts';
import { forgetBlind } from '../session/blind-drafts.ts';
import { lookForIrregular } from './irregular-problems.ts';
import { shareOwnLog } from '../session/extend-own-log.ts';
import { listIfFoldersWent } from '../workspace/list-drafts.ts';
import { loadFolder, openedIn } from '../load.ts';
import { readPresences } from './hear-presence.ts';
import { loadPeople } from '../session/load-people.ts';
import { seeDraft } from '../see.ts';
import { loadAllUnjudged, loadUnjudged } from '../workspace/load-unjudged-logs.ts';
import type { LoadedDraft, OpenedWorkspace, Scope } from '../session/session.ts';
import type { FolderChange } from '../../ports/folder-ports.ts';
import type { TimelineEntry } from '../../../shared/judgment/draft-state.ts';
import { arrivalNotices } from '../../../shared/folder/arrival-notice.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { countByKey, unreadOf } from '../../../shared/folder/unread.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { FolderView } from '../../../shared/ipc/folder-views.ts';

const mostArrivals = 20;

/** Follows the open workspace for this window: what changes by others is read, told and shown. */
export async function followFolder(scope: Scope): Promise<Result<FolderView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const here = opened.value;
  here.following ??= here.workspace.watch((change) => {
    // In the queue of writes: nothing is read while this process is writing it. For presence nothing waits, nor is it
    // known only after a write that hangs that the folder went.
    const work = (): Promise<void> => heard(scope, here, change);
    const isRecords = change.kind === 'draft' || change.kind === 'people' || change.kind === 'workspace';
    // No draft rests on audits and the programme: for however much is in them nothing waits.
    void (isRecords ? scope.queue(work) : work()).catch(() => {
      scope.ports.windows.send(scope.session.window, { kind: 'folder' });
    });
  });
  // What lies there of presence is nobody's word yet: a slow folder holds up nothing for it.
  if (here.presence === undefined) void readPresences(scope, here);
  if (here.irregular === undefined) {
    here.irregular = [];
    void lookForIrregular(here).then(() => {
      if (here.irregular?.length !== 0) scope.ports.windows.send(scope.session.window, { kind: 'folder' });
    });
  }
  if (here.unjudged === undefined) {
    here.unjudged = {};
    const tell = (): void => {
      scope.ports.windows.send(scope.session.window, { kind: 'folder' });
    };
    void loadAllUnjudged(scope, here).then(tell, tell);
  }
  return done(await folderView(scope, here));
}

/** Looks at the whole folder now. */
export async function lookAtFolder(scope: Scope): Promise<Result<FolderView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  await opened.value.following?.look();
  if (opened.value.following?.isAway() === false) {
    await lookForIrregular(opened.value);
    await loadAllUnjudged(scope, opened.value);
    await lookForGone(scope, opened.value);
  }
  // What the look found waits in the queue; the answer comes after it.
  await scope.queue(() => Promise.resolve());
  return done(await folderView(scope, opened.value));
}

async function heard(scope: Scope, opened: OpenedWorkspace, change: FolderChange): Promise<void> {
  const { windows } = scope.ports;
  const { window } = scope.session;
  if (scope.session.opened !== opened) return;
  if (['audits', 'people', 'back'].includes(change.kind)) forgetBlind(opened);
  if (change.kind === 'draft') await draftChanged(scope, opened, change.folder);
  if (change.kind === 'people') {
    // What another computer of one's own wrote: its key, which one may have to revoke here. Where nothing can be put
    // into the folder, what is there is still read.
    await shareOwnLog(scope);
    await loadPeople(scope, opened);
    // What somebody vouches for now, or does not any more, counts anew in every draft that is in memory.
    for (const folder of [...opened.drafts.keys()]) await loadFolder(scope, opened, folder);
    windows.send(window, { kind: 'changed', draft: null });
  }
  if (change.kind === 'workspace') {
    await loadPeople(scope, opened);
    windows.send(window, { kind: 'changed', draft: null });
  }
  if (change.kind === 'audits' || change.kind === 'programme') await loadUnjudged(scope, opened, change.kind);
  if (change.kind === 'audits') windows.send(window, { kind: 'changed', draft: null });
  // A key that nobody vouched for may have signed in them.
  if (change.kind === 'people' || change.kind === 'back') await loadAllUnjudged(scope, opened);
  if (change.kind === 'presence') await readPresences(scope, opened);
  if (change.kind !== 'away') {
    await lookForIrregular(opened);
    await lookForGone(scope, opened);
  }
  if (change.kind === 'back') windows.send(window, { kind: 'changed', draft: null });
  windows.send(window, { kind: 'folder' });
}

/** Looks whether folders of drafts went or came back, and has the window list them anew where they did. */
async function lookForGone(scope: Scope, opened: OpenedWorkspace): Promise<void> {
  if (await listIfFoldersWent(scope, opened))
    scope.ports.windows.send(scope.session.window, { kind: 'changed', draft: null });
}

/** Reads the one draft whose folder changed; tells what others did in it since it was read last. */
async function draftChanged(scope: Scope, opened: OpenedWorkspace, folder: string): Promise<void> {
  const { windows } = scope.ports;
  const { window } = scope.session;
  const loaded = await loadFolder(scope, opened, folder);
  if (!loaded.ok || loaded.value === null) {
    windows.send(window, { kind: 'changed', draft: null });
    return;
  }
  const after = loaded.value;
  // Somebody new may have written: their card comes beside the draft.
  if (after.verified.problems.some(({ code }) => code === 'certification')) await loadPeople(scope, opened);
  await tellArrivals(scope, opened, after);
  windows.send(window, { kind: 'changed', draft: after.verified.draft });
}

async function tellArrivals(scope: Scope, opened: OpenedWorkspace, after: LoadedDraft): Promise<void> {
  const { ports, session } = scope;
  const seen = await seeDraft(scope, after);
  if (seen === null) return;
  const entries = await newByOthers(scope, opened, seen);
  if (entries.length === 0) return;
  const draft = seen.state.id;
  const notices = arrivalNotices({
    provider: draftName(after.folder, seen),
    entries,
    revisions: new Map(seen.state.revisions.map(({ id, number }) => [id, number])),
    nameOf: await namesOf(scope, opened),
  });
  const at = entries.at(-1)?.at ?? '';
  const arrived = new Date(ports.clock.now()).toISOString();
  for (const sentence of notices) {
    const arrival = { draft, sentence, at, arrived };
    opened.arrivals = [arrival, ...(opened.arrivals ?? [])].slice(0, mostArrivals);
    ports.windows.send(session.window, { kind: 'arrived', ...arrival });
  }
}

type Counts = Readonly<Record<string, number>>;

function mostOf(before: Counts = {}, now: Counts): Counts {
  const keys = [...Object.keys(before), ...Object.keys(now)];
  return Object.fromEntries(keys.map((key) => [key, Math.max(before[key] ?? 0, now[key] ?? 0)]));
}

/**
 * Entries that another person wrote and that were not told of yet: against what was told before, else against this
 * person's reading marks. Whether a list or a screen read the draft meanwhile makes no difference.
 */
async function newByOthers(
  { ports }: Scope,
  opened: OpenedWorkspace,
  { state }: SeenDraft,
): Promise<readonly TimelineEntry[]> {
  const entries = state.timeline;
  const announced = (opened.announced ??= new Map());
  const before = announced.get(state.id);
  // What was told stays told where records went and came back.
  announced.set(state.id, mostOf(before, countByKey(entries)));
  const self = (await ports.keys.self())?.person ?? '';
  if (before !== undefined) return unreadOf(entries, before, self);
  const seen = await ports.readMarks.read(opened.workspace.id);
  return seen === null ? [] : unreadOf(entries, seen[state.id] ?? {}, self);
}
