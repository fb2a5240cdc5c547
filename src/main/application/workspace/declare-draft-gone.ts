import type { Scope } from '../session/session.ts';
import { writeAsAdministrator } from './write-as-administrator.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { draftMoved } from '../../../shared/workspace/draft-moved.ts';
import { draftRemoved } from '../../../shared/workspace/draft-removed.ts';
import type { Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/**
 * Says in the workspace's own log, as an administrator, that a draft was removed from it or moved elsewhere, and why:
 * from then on its absence is lawful. No file is touched.
 */
export function declareDraftGone(
  scope: Scope,
  input: CallInput<'declareDraftGone'>,
): Promise<Result<SavedView, CallError>> {
  return writeAsAdministrator(scope, intentOf(input));
}

function intentOf({ draft, gone, reason }: CallInput<'declareDraftGone'>): Intent {
  return gone.how === 'removed'
    ? draftRemoved.write({ draft, reason })
    : draftMoved.write({ draft, to: gone.to, reason });
}
