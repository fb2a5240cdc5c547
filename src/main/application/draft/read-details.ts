import { carriedFramework } from '../session/adopted-framework.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { detailHistory } from '../../../shared/seen/detail-history.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DetailsView } from '../../../shared/ipc/views.ts';

/** What each detail of a draft was, by whom and when, and the framework that its type of inspection is chosen from. */
export async function readDetails(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<DetailsView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  return done({
    history: detailHistory(seen),
    framework: carriedFramework(seen, scope.ports.crypto.sha256),
  });
}
