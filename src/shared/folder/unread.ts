/** A record as far as reading marks go. */
interface Markable {
  readonly record: string;
  readonly key: string;
  readonly author: string;
}

/** Of each key, how many of a draft's records there are: what a mark remembers. */
export function countByKey(entries: readonly Markable[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { key } of entries) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** How many of a draft's records each key wrote, and whose the key is. */
export function keyCounts(
  entries: readonly Markable[],
): readonly { readonly key: string; readonly author: string; readonly count: number }[] {
  const all = Map.groupBy(entries, ({ key }) => key);
  return [...all].map(([key, some]) => ({ key, author: some[0]?.author ?? '', count: some.length }));
}

/** How many records by others a person has not seen, by the counts of each key alone. */
export function unreadCount(
  counts: readonly { readonly key: string; readonly author: string; readonly count: number }[],
  seen: Readonly<Record<string, number>>,
  self: string,
): number {
  return counts
    .filter(({ author }) => author !== self)
    .reduce((sum, { key, count }) => sum + Math.max(0, count - (seen[key] ?? 0)), 0);
}

/**
 * The records by others that a person has not seen: of each key those beyond the number seen. One more record makes
 * one unread, and not the whole draft; what a person wrote, on any device, never counts.
 */
export function unreadOf<T extends Markable>(
  entries: readonly T[],
  seen: Readonly<Record<string, number>>,
  self: string,
): readonly T[] {
  const passed: Record<string, number> = {};
  return entries.filter(({ key, author }) => {
    const before = passed[key] ?? 0;
    passed[key] = before + 1;
    return author !== self && before >= (seen[key] ?? 0);
  });
}
