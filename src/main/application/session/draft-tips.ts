import type { Tips, VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';

/** The last record of every key. */
export function tipsOf(verified: VerifiedDraft): Tips {
  const tips = verified.folded?.graph.tips() ?? [];
  return Object.fromEntries([...tips].map(([key, { seq, id }]) => [key, { seq, id }]));
}

/** Tips seen before with the later ones of now, or null where none is later: what was seen once is not forgotten. */
export function newestTips(before: Tips, now: Tips): Tips | null {
  const later = Object.entries(now).filter(([key, tip]) => tip.seq > (before[key]?.seq ?? 0));
  return later.length === 0 ? null : { ...before, ...Object.fromEntries(later) };
}
