import { loadDraft } from './load-draft.ts';
import type { OpenedWorkspace, Scope } from './session.ts';
import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { hidingFor } from '../../shared/domain/moderation/hiding-for.ts';
import { maskFor } from '../../shared/domain/moderation/mask-grades.ts';
import { maskHit } from '../../shared/domain/moderation/mask-hit.ts';
import type { SearchHit, SearchQuery } from '../../shared/domain/search/search-query.ts';

/** The draft as read last, else read now: a search is no reason to read files that were read already. */
async function foldedOf(scope: Scope, opened: OpenedWorkspace, draft: string): Promise<FoldedDraft | null> {
  const known = [...opened.drafts.values()].find((one) => one.verified.draft === draft);
  if (known !== undefined) return known.verified.folded;
  const loaded = await loadDraft(scope, draft);
  return loaded.ok ? loaded.value.verified.folded : null;
}

/** Finds as this profile's person may see them: without the grades of drafts that hide these from them. */
export async function visibleHits(
  scope: Scope,
  opened: OpenedWorkspace,
  query: SearchQuery,
  hits: readonly SearchHit[],
): Promise<readonly SearchHit[]> {
  const person = (await scope.ports.keys.self())?.person ?? '';
  const seen: SearchHit[] = [];
  const drafts = new Map<string, FoldedDraft | null>();
  for (const hit of hits) {
    if (!drafts.has(hit.draft)) drafts.set(hit.draft, await foldedOf(scope, opened, hit.draft));
    const folded = drafts.get(hit.draft) ?? null;
    const hides = folded !== null && hidingFor(folded.state, person)?.provisional === true;
    const shown = hides ? maskHit(hit, query, maskFor(folded.graph)) : hit;
    if (shown !== null) seen.push(shown);
  }
  return seen;
}
