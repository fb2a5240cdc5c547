import type { Tips, VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';

/** The last record of every key. */
export function tipsOf(verified: VerifiedDraft): Tips {
  const tips: Record<string, { seq: number; id: string }> = {};
  for (const { record } of verified.folded?.graph.entries ?? []) {
    const { key, seq, id } = record;
    if ((tips[key]?.seq ?? 0) < seq) tips[key] = { seq, id };
  }
  return tips;
}

/** Tips seen before with the later ones of now, or null where none is later: what was seen once is not forgotten. */
export function newestTips(before: Tips, now: Tips): Tips | null {
  const later = Object.entries(now).filter(([key, tip]) => tip.seq > (before[key]?.seq ?? 0));
  return later.length === 0 ? null : { ...before, ...Object.fromEntries(later) };
}
