import { adoptedFramework } from '../session/adopted-framework.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { trailOf } from '../../../shared/together/trail.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { TrailView } from '../../../shared/ipc/trail-views.ts';

/** How a draft came about, record by record, as this profile's person may see it. */
export async function readTrail(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<TrailView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  return done({ steps: trailOf(seen, adoptedFramework(seen, scope.ports.crypto.sha256)) });
}
