import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { frameworksIn } from '../../../shared/judgment/frameworks-in.ts';
import { settled, shown } from '../../../shared/records/settled.ts';
import { checkFramework } from '../../../shared/framework/check-framework.ts';
import { frameworkForKind } from '../../../shared/framework/framework-for-kind.ts';
import { frameworkHash } from '../../../shared/framework/framework-hash.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';

/** Checked frameworks by hash: a draft's own copy never changes, so it is checked once. */
const checked = new Map<string, Framework>();
/** The same as they hold for a kind of inspection, by hash and kind. */
const ofKind = new Map<string, Framework>();

/** A draft as far as its framework goes: whole, or as somebody may see it. */
export type Framed = Pick<FoldedDraft, 'state' | 'graph'> | SeenDraft;

/** The framework a draft carries and stands under, whatever its kind of inspection; null where it has none, or two, or one that is not what it names. */
export function carriedFramework(draft: Framed, sha256: (utf8: string) => string): Framework | null {
  const hash = settled(draft.state.framework);
  if (hash === null) return null;
  const known = checked.get(hash);
  if (known !== undefined) return known;
  for (const body of 'graph' in draft ? frameworksIn(draft.graph) : draft.frameworks()) {
    if (body.hash !== hash) continue;
    const found = checkFramework(body.framework);
    if (found.ok && frameworkHash(found.framework, sha256) === hash) {
      checked.set(hash, found.framework);
      return found.framework;
    }
  }
  return null;
}

/** The framework a draft carries and stands under, as it holds for its kind of inspection; null as above. */
export function adoptedFramework(draft: Framed, sha256: (utf8: string) => string): Framework | null {
  const carried = carriedFramework(draft, sha256);
  if (carried === null) return null;
  const name = `${settled(draft.state.framework) ?? ''} ${shown(draft.state.details.kind) ?? ''}`;
  const framework = ofKind.get(name) ?? frameworkForKind(carried, shown(draft.state.details.kind) ?? '');
  ofKind.set(name, framework);
  return framework;
}
