/** A record as far as reading marks go. */
export interface Markable {
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
