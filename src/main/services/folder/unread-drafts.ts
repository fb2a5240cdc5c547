import { openedIn } from '../load-draft.ts';
import type { LoadedDraft, Scope } from '../session.ts';
import type { TimelineEntry } from '../../../shared/domain/draft/draft-state.ts';
import { countByKey, unreadOf } from '../../../shared/domain/folder/unread.ts';
import { done, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { UnreadDraft } from '../../../shared/ipc/folder-views.ts';

function entriesOf(loaded: LoadedDraft): readonly TimelineEntry[] {
  return loaded.verified.folded?.state.timeline ?? [];
}

/**
 * How many records by others this person has not looked at, by draft, of all drafts that were read. What stands in a
 * workspace when it is first looked at counts as seen.
 */
export async function unreadDrafts(scope: Scope): Promise<Result<readonly UnreadDraft[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const { readMarks, keys } = scope.ports;
  const { workspace, drafts } = opened.value;
  const self = (await keys.self())?.person ?? '';
  const seen = await readMarks.read(workspace.id);
  const loaded = [...drafts.values()];
  if (seen === null) {
    const all = loaded.map((one) => [one.verified.draft, countByKey(entriesOf(one))] as const);
    if (scope.ports.lockedBy === null) await readMarks.write(workspace.id, Object.fromEntries(all));
    return done([]);
  }
  return done(
    loaded
      .map((one) => ({
        draft: one.verified.draft,
        unread: unreadOf(entriesOf(one), seen[one.verified.draft] ?? {}, self).length,
      }))
      .filter(({ unread }) => unread > 0),
  );
}

/** Remembers in the profile that this person has the draft before them as it stands here. */
export async function markRead(scope: Scope, { draft }: { draft: string }): Promise<Result<null, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const { workspace, drafts } = opened.value;
  const loaded = [...drafts.values()].find((one) => one.verified.draft === draft);
  if (loaded === undefined || scope.ports.lockedBy !== null) return done(null);
  return scope.queue(async () => {
    const seen = (await scope.ports.readMarks.read(workspace.id)) ?? {};
    const now = countByKey(entriesOf(loaded));
    if (JSON.stringify(seen[draft]) !== JSON.stringify(now))
      await scope.ports.readMarks.write(workspace.id, { ...seen, [draft]: now });
    return done(null);
  });
}
