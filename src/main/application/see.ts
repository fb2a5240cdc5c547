import { blindDrafts } from './session/blind-drafts.ts';
import { noDraft } from './session/call-errors.ts';
import { loadDraft, loadFolder } from './load.ts';
import type { OpenedWorkspace, Scope, LoadedDraft } from './session/session.ts';
import type { VerifiedDraft } from '../../shared/judgment/verify-draft.ts';
import { seenDraft, type SeenDraft } from '../../shared/seen/seen-draft.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** What each draft was last seen as, and by whom: a draft that was verified never changes. */
const last = new WeakMap<VerifiedDraft, { readonly person: string; readonly seen: SeenDraft | null }>();

/** A draft as this profile's person may see it; null where it could not be put together, and while they read it blind in an audit. */
export async function seeDraft(
  scope: Scope,
  { verified }: Pick<LoadedDraft, 'verified'>,
): Promise<SeenDraft | null> {
  const { opened } = scope.session;
  if (opened !== null && (await blindDrafts(scope, opened)).has(verified.draft)) return null;
  const person = (await scope.ports.keys.self())?.person ?? '';
  const known = last.get(verified);
  if (known?.person === person) return known.seen;
  const seen = seenDraft(verified, person);
  last.set(verified, { person, seen });
  return seen;
}

/** A draft by its id, read and as this profile's person may see it, and the folder it lies in. */
export async function loadSeen(
  scope: Scope,
  draft: string,
): Promise<Result<{ readonly folder: string; readonly seen: SeenDraft }, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const seen = await seeDraft(scope, loaded.value);
  return seen === null ? refused(noDraft) : done({ folder: loaded.value.folder, seen });
}

/** The draft of a folder likewise; null where the folder holds no record. */
export async function seeFolder(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: string,
): Promise<Result<SeenDraft | null, CallError>> {
  const loaded = await loadFolder(scope, opened, folder);
  if (!loaded.ok) return loaded;
  if (loaded.value === null) return done(null);
  const seen = await seeDraft(scope, loaded.value);
  return seen === null ? refused(noDraft) : done(seen);
}
