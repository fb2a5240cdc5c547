import type { Paragraph } from './split-paragraphs.ts';

/** How often each word stands in a paragraph. */
export type Bag = ReadonlyMap<string, number>;

/** The bag of a paragraph's words. */
export function bagOf(paragraph: Paragraph): Bag {
  const bag = new Map<string, number>();
  for (const token of paragraph.tokens) if (token.isWord) bag.set(token.key, (bag.get(token.key) ?? 0) + 1);
  return bag;
}

/** Shared words over all words (Dice's coefficient on bags), 0 to 1. */
export function similarity(a: Bag, b: Bag): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  let total = 0;
  for (const [key, count] of small) shared += Math.min(count, large.get(key) ?? 0);
  for (const count of a.values()) total += count;
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}
