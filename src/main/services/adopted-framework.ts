import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { settled, shown } from '../../shared/domain/draft/settled.ts';
import { frameworkAdopted } from '../../shared/domain/events/framework-adopted.ts';
import { checkFramework } from '../../shared/domain/framework/check-framework.ts';
import { frameworkForKind } from '../../shared/domain/framework/framework-for-kind.ts';
import { frameworkHash } from '../../shared/domain/framework/framework-hash.ts';
import type { Framework } from '../../shared/domain/framework/framework-schema.ts';

/** Checked frameworks by hash: a draft's own copy never changes, so it is checked once. */
const checked = new Map<string, Framework>();
/** The same as they hold for a kind of inspection, by hash and kind. */
const ofKind = new Map<string, Framework>();

/** The framework a draft carries and stands under, whatever its kind of inspection; null where it has none, or two, or one that is not what it names. */
export function carriedFramework(folded: FoldedDraft, sha256: (utf8: string) => string): Framework | null {
  const hash = settled(folded.state.framework);
  if (hash === null) return null;
  const known = checked.get(hash);
  if (known !== undefined) return known;
  for (const { record } of folded.graph.entries) {
    const body =
      frameworkAdopted.in(record);
    if (body?.hash !== hash) continue;
    const found = checkFramework(body.framework);
    if (found.ok && frameworkHash(found.framework, sha256) === hash) {
      checked.set(hash, found.framework);
      return found.framework;
    }
  }
  return null;
}

/** The framework a draft carries and stands under, as it holds for its kind of inspection; null as above. */
export function adoptedFramework(folded: FoldedDraft, sha256: (utf8: string) => string): Framework | null {
  const carried = carriedFramework(folded, sha256);
  if (carried === null) return null;
  const name = `${settled(folded.state.framework) ?? ''} ${shown(folded.state.details.kind) ?? ''}`;
  const framework = ofKind.get(name) ?? frameworkForKind(carried, shown(folded.state.details.kind) ?? '');
  ofKind.set(name, framework);
  return framework;
}
