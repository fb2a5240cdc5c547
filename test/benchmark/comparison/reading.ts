import { diff as myers } from 'fast-myers-diff';
import type { Change } from './engines.ts';
import { splitWords } from '../../../src/shared/text/split-words.ts';

const word = /[\p{L}\p{N}]+/gu;

function wordsTouched(text: string, from: number, to: number): number {
  let count = 0;
  const before = text.slice(0, from).search(/[\p{L}\p{N}]+$/u);
  const start = before >= 0 && /^[\p{L}\p{N}]/u.test(text.slice(from, to)) ? before : from;
  for (const match of text.slice(start, to).matchAll(word)) if (start + match.index < to) count += 1;
  return count;
}

/** Words removed plus words added, a move counting none of its own. */
export function wordsMarked(changes: readonly Change[], before: string, after: string): number {
  return changes
    .filter((change) => change.moved !== true)
    .reduce(
      (total, { fromA, toA, fromB, toB }) =>
        total + wordsTouched(before, fromA, toA) + wordsTouched(after, fromB, toB),
      0,
    );
}

/** Equal runs between two changes, without a line break, of one word to `most`. */
export function scraps(changes: readonly Change[], after: string, most: number): number {
  let count = 0;
  changes.forEach((change, index) => {
    const next = changes[index + 1];
    if (next === undefined || next.fromA === change.toA) return;
    const between = after.slice(change.toB, next.fromB);
    const words = between.match(word)?.length ?? 0;
    if (words >= 1 && words <= most && !between.includes('\n')) count += 1;
  });
  return count;
}

/** Whether the changes, put into the text before, give the text after. */
export function isExact(changes: readonly Change[], before: string, after: string): boolean {
  let rebuilt = '';
  let at = 0;
  for (const { fromA, toA, fromB, toB, inside } of changes) {
    if (inside === true) continue;
    rebuilt += before.slice(at, fromA) + after.slice(fromB, toB);
    at = toA;
  }
  return rebuilt + before.slice(at) === after;
}

/** Words in the shortest edit script from one text to the other (Myers 1986), exact. */
export function leastMarked(before: string, after: string): number {
  const words = (text: string): string[] =>
    splitWords(text)
      .filter((token) => token.isWord)
      .map((token) => token.key);
  let count = 0;
  for (const [a, endA, b, endB] of myers(words(before), words(after))) count += endA - a + endB - b;
  return count;
}
