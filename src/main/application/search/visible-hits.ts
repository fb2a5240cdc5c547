import { loadSeen, seeDraft } from '../see.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { SearchHit, SearchQuery } from '../../../shared/search/search-query.ts';
import type { MaskGrades } from '../../../shared/seen/mask-grades.ts';

/** The draft as read last, else read now: a search is no reason to read files that were read already. */
export async function seenOf(
  scope: Scope,
  opened: OpenedWorkspace,
  draft: string,
): Promise<SeenDraft | null> {
  const known = [...opened.drafts.values()].find(({ verified }) => verified.draft === draft);
  if (known !== undefined) return seeDraft(scope, known);
  const loaded = await loadSeen(scope, draft);
  return loaded.ok ? loaded.value.seen : null;
}

/**
 * Finds as this profile's person may see them: what was indexed before grades were hidden from them loses these now. A
 * find in a draft that cannot be read is left out, since nobody knows what it hides.
 */
export async function visibleHits(
  scope: Scope,
  opened: OpenedWorkspace,
  query: SearchQuery,
  hits: readonly SearchHit[],
): Promise<readonly SearchHit[]> {
  const found: SearchHit[] = [];
  const drafts = new Map<string, SeenDraft | null>();
  for (const hit of hits) {
    if (!drafts.has(hit.draft)) drafts.set(hit.draft, await seenOf(scope, opened, hit.draft));
    const seen = drafts.get(hit.draft) ?? null;
    if (seen === null) continue;
    const hides = seen.state.moderation.hiding?.provisional === true;
    const shown = hides ? maskHit(hit, query, seen.mask) : hit;
    if (shown !== null) found.push(shown);
  }
  return found;
}

/**
 * A find in a draft whose grades are hidden from who looks: its words without the grades', or null where the find itself
 * would tell a grade: asked for by grade, or by a grade's words or the beginning of them.
 */
function maskHit(hit: SearchHit, query: SearchQuery, mask: MaskGrades): SearchHit | null {
  if (query.grade !== null) return null;
  if (hit.what === 'note') return hit;
  const plain = hit.snippet.replaceAll('\u0001', '').replaceAll('\u0002', '');
  const masked = mask(plain);
  if (masked === plain) return mask(query.text) === query.text ? hit : null;
  const found = hit.snippet
    .split('\u0001')
    .slice(1)
    .map((from) => from.split('\u0002')[0] ?? '');
  return found.every((words) => masked.includes(words)) ? { ...hit, snippet: masked } : null;
}
