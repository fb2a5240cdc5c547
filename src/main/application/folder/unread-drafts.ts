import { openedIn } from '../load.ts';
import { seeDraft } from '../see.ts';
import type { LoadedDraft, OpenedWorkspace, Scope } from '../session/session.ts';
import type { CatalogueEntry } from '../../ports/catalogue-port.ts';
import { revisionSaved } from '../../../shared/draft/revision-saved.ts';
import type { TimelineEntry } from '../../../shared/judgment/draft-state.ts';
import { countByKey, keyCounts, unreadCount, unreadOf } from '../../../shared/folder/unread.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { UnreadDraft } from '../../../shared/ipc/folder-views.ts';

async function entriesOf(scope: Scope, loaded: LoadedDraft): Promise<readonly TimelineEntry[]> {
  return (await seeDraft(scope, loaded))?.state.timeline ?? [];
}

/** What each key wrote in every draft that is listed or in memory: of those in memory as it stands there. */
async function countsOf(
  scope: Scope,
  { drafts, listed }: OpenedWorkspace,
): Promise<ReadonlyMap<string, CatalogueEntry['counts']>> {
  const all = new Map<string, CatalogueEntry['counts']>();
  for (const { row, counts } of listed?.values() ?? [])
    if (row !== null && row.draft !== '') all.set(row.draft, counts);
  for (const one of drafts.values()) all.set(one.verified.draft, keyCounts(await entriesOf(scope, one)));
  return all;
}

/**
 * How many records by others this person has not looked at, by draft, of every draft of the list: nothing is read for
 * it. What stands in a workspace when it is first looked at counts as seen.
 */
export async function unreadDrafts(scope: Scope): Promise<Result<readonly UnreadDraft[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const { readMarks, keys, lockedBy } = scope.ports;
  const { workspace } = opened.value;
  const self = (await keys.self())?.person ?? '';
  const seen = await readMarks.read(workspace.id);
  const all = await countsOf(scope, opened.value);
  if (seen === null) {
    const marks: Record<string, Readonly<Record<string, number>>> = {};
    for (const [draft, counts] of all)
      marks[draft] = Object.fromEntries(counts.map(({ key, count }) => [key, count]));
    if (lockedBy === null) await readMarks.write(workspace.id, marks);
    return done([]);
  }
  return done(
    [...all]
      .map(([draft, counts]) => ({ draft, unread: unreadCount(counts, seen[draft] ?? {}, self) }))
      .filter(({ unread }) => unread > 0),
  );
}

/** The latest revision among the records that a mark counts as seen; null where none is. */
function lastSeenRevision(
  entries: readonly TimelineEntry[],
  mark: Readonly<Record<string, number>>,
): string | null {
  const unseen = new Set(unreadOf(entries, mark, ''));
  return entries.findLast((entry) => entry.type === revisionSaved.type && !unseen.has(entry))?.record ?? null;
}

/**
 * Remembers in the profile that this person has the draft before them as it stands here; answers the latest revision that
 * they had before them until now, null where there was none.
 */
export async function markRead(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<{ readonly seen: string | null }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const { workspace, drafts } = opened.value;
  const loaded = [...drafts.values()].find(({ verified }) => verified.draft === draft);
  if (loaded === undefined) return done({ seen: null });
  return scope.queue(async () => {
    const marks = (await scope.ports.readMarks.read(workspace.id)) ?? {};
    const entries = await entriesOf(scope, loaded);
    const now = countByKey(entries);
    const seen = lastSeenRevision(entries, marks[draft] ?? {});
    if (scope.ports.lockedBy === null && JSON.stringify(marks[draft]) !== JSON.stringify(now))
      await scope.ports.readMarks.write(workspace.id, { ...marks, [draft]: now });
    return done({ seen });
  });
}
