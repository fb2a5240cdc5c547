import { adoptedFramework } from '../session/adopted-framework.ts';
import { noDraft } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { sourceOf } from './import-outcomes.ts';
import { workspacePrecedents } from './workspace-precedents.ts';
import { shown } from '../../../shared/records/settled.ts';
import { findPrecedents, type Pattern } from '../../../shared/precedents/find-precedents.ts';
import { rulesOverOutcomes } from '../../../shared/precedents/rules-over-outcomes.ts';
import { providerKey } from '../../../shared/report/provider-key.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { PrecedentsView } from '../../../shared/ipc/precedent-views.ts';

const day = ({ start, published }: PrecedentsView['own'][number]): string => start ?? published ?? '';

/** The precedents of a chosen pattern, what this provider was given before, and how the limiting rules fared. */
export async function precedentsOfPattern(
  scope: Scope,
  { draft, pattern }: { readonly draft: string; readonly pattern: Pattern },
): Promise<Result<PrecedentsView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  if (framework === null) return refused(noDraft);
  const kept = await scope.ports.outcomes.read();
  const outcomes = kept?.outcomes ?? [];
  const key = providerKey(shown(seen.state.details.provider) ?? '');
  return done({
    source: kept === null ? null : sourceOf(kept),
    found: findPrecedents(outcomes, framework, pattern),
    workspace: await workspacePrecedents(scope, opened.value, pattern, draft),
    own: outcomes.filter((outcome) => outcome.key === key).toSorted((a, b) => day(b).localeCompare(day(a))),
    rules: rulesOverOutcomes(outcomes, await scope.ports.resources.frameworks()).filter(
      (outcome) => outcome.applied > 0,
    ),
  });
}
