import type { Paragraph } from './split-paragraphs.ts';

/** How often each word stands in a paragraph, and how many words there are. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The bag of a paragraph's words. */
export function bagOf(paragraph: Paragraph): Bag {
  const counts = new Map<string, number>();
  for (const token of paragraph.tokens)
    if (token.isWord) counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
  return { counts, total: paragraph.words };
}

/** Shared words over all words (Dice's coefficient on bags), 0 to 1; 0 where it cannot reach `least`. */
export function similarity(a: Bag, b: Bag, least: number): number {
  const total = a.total + b.total;
  if (total === 0 || 2 * Math.min(a.total, b.total) < least * total) return 0;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [key, count] of small.counts) shared += Math.min(count, large.counts.get(key) ?? 0);
  const value = (2 * shared) / total;
  return value >= least ? value : 0;
}
