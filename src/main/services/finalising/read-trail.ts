import { adoptedFramework } from '../adopted-framework.ts';
import { noDraft } from '../call-errors.ts';
import { loadDraft } from '../load-draft.ts';
import { seenBy } from '../seen-by.ts';
import type { Scope } from '../session.ts';
import { trailOf } from '../../../shared/domain/together/trail.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { TrailView } from '../../../shared/ipc/trail-views.ts';

/** How a draft came about, record by record, as this profile's person may see it. */
export async function readTrail(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<TrailView, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const folded = await seenBy(scope, loaded.value.verified.folded);
  if (folded === null) return refused(noDraft);
  return done({ steps: trailOf(folded, adoptedFramework(folded, scope.ports.crypto.sha256)) });
}
