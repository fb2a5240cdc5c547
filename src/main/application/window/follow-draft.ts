import { openDraft } from './open-draft.ts';
import type { Scope } from '../session/session.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { DraftFollowed } from '../../../shared/ipc/draft-followed.ts';
import { changeBetween } from '../../../shared/ipc/view-change.ts';

/**
 * One draft as its screens show it, to a window that may have it already: where the window says which state it shows
 * and this is the one it was sent last, only what changed since goes to it, else the whole.
 */
export async function followDraft(
  scope: Scope,
  { draft, since }: CallInput<'followDraft'>,
): Promise<Result<DraftFollowed, CallError>> {
  const view = await openDraft(scope, { draft });
  if (!view.ok) return view;
  const { session } = scope;
  const sent = session.sent;
  const state = (sent?.state ?? 0) + 1;
  if (sent?.draft !== draft || sent.state !== since) {
    session.sent = { draft, state, view: view.value };
    return done({ state, view: view.value, since: null, change: null });
  }
  const change = changeBetween(sent.view, view.value);
  if (change === null) return done({ state: since, view: null, since, change });
  session.sent = { draft, state, view: view.value };
  return done({ state, view: null, since, change });
}
