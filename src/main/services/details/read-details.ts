import { carriedFramework } from '../adopted-framework.ts';
import { noDraft } from '../call-errors.ts';
import { loadDraft } from '../load-draft.ts';
import { seenBy } from '../seen-by.ts';
import type { Scope } from '../session.ts';
import { detailHistory } from '../../../shared/domain/draft/detail-history.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DetailsView } from '../../../shared/ipc/views.ts';

/** What each detail of a draft was, by whom and when, and the framework that its type of inspection is chosen from. */
export async function readDetails(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<DetailsView, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const folded = await seenBy(scope, loaded.value.verified.folded);
  if (folded === null) return refused(noDraft);
  return done({
    history: detailHistory(folded),
    framework: carriedFramework(folded, scope.ports.crypto.sha256),
  });
}
