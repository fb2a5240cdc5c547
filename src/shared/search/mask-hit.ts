import type { SearchHit, SearchQuery } from './search-query.ts';
import type { MaskGrades } from '../seen/mask-grades.ts';

/**
 * A find in a draft whose grades are hidden from who looks: its words without the grades', or null where the find itself
 * would tell a grade: asked for by grade, or by a grade's words or the beginning of them.
 */
export function maskHit(hit: SearchHit, query: SearchQuery, mask: MaskGrades): SearchHit | null {
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
