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

/** Which words paragraphs have in common with others: for each word, by its number, the columns that have it, and how often. */
class Columns {
  readonly #numbers = new Map<string, number>();
  readonly #columns: number[][] = [];
  readonly #counts: number[][] = [];
  readonly #totals: readonly number[];

  constructor(paragraphs: readonly Paragraph[]) {
    this.#totals = paragraphs.map((paragraph) => paragraph.words);
    paragraphs.forEach((paragraph, column) => {
      for (const [key, count] of bagOf(paragraph).counts) {
        const number = this.#numbers.get(key) ?? this.#numbers.size;
        if (number === this.#columns.length) {
          this.#numbers.set(key, number);
          this.#columns.push([]);
          this.#counts.push([]);
        }
        this.#columns[number]?.push(column);
        this.#counts[number]?.push(count);
      }
    });
  }

  /** The similarity of a paragraph to that of each column. */
  of(paragraph: Paragraph, least: number): Float64Array {
    const shared = new Float64Array(this.#totals.length);
    for (const [key, count] of bagOf(paragraph).counts) {
      const number = this.#numbers.get(key);
      if (number === undefined) continue;
      const [columns = [], counts = []] = [this.#columns[number], this.#counts[number]];
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at] ?? 0;
        shared[column] = (shared[column] ?? 0) + Math.min(count, counts[at] ?? 0);
      }
    }
    return shared.map((words, column) => {
      const value = words === 0 ? 0 : (2 * words) / (paragraph.words + (this.#totals[column] ?? 0));
      return value >= least ? value : 0;
    });
  }
}

/**
 * The similarity of each of some paragraphs to each of others. Only pairs that have a word in common cost anything, so
 * that texts without one are as cheap as reading them.
 */
export function similarities(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  least: number,
): readonly Float64Array[] {
  const columns = new Columns(after);
  return before.map((paragraph) => columns.of(paragraph, least));
}
