import type { RecordId } from '../records/record.ts';
import { compareTexts } from './compare-texts.ts';
import type { AuthoredWords, ComparedText, ComparedWords, Range } from './compared-text.ts';
import { wordStarts } from './split-words.ts';

/** One text of a section on its way, with the texts it was written over. */
export interface TextVersion {
  readonly record: RecordId;
  readonly over: readonly RecordId[];
  readonly text: string;
}

/** How a section came from one state of a draft to a later one. */
export interface TextHistory {
  readonly before: TextVersion;
  /** Written after `before`, in fold order; erased words are empty texts. */
  readonly versions: readonly TextVersion[];
}

type Compare = typeof compareTexts;

/** A text with its writers, by numbers: 0 is nobody, the others count the texts in the order in which they are followed. */
interface Traced {
  readonly text: string;
  /** Where its words and signs begin; spaces belong to the word before them. */
  readonly starts: Int32Array;
  /** By word: who wrote it. */
  readonly wroteBy: Int32Array;
  /** By word: which word of the text before it is, or -1. */
  readonly first: Int32Array;
}

/** The first of a text's words at or after a character. */
function wordAt(starts: Int32Array, character: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < character) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each stretch of words that both texts have: so many of the text before from one place, of the text after from another. */
function sameWords(
  { paragraphs }: ComparedText,
  before: Int32Array,
  after: Int32Array,
  visit: (fromBefore: number, fromAfter: number, count: number) => void,
): void {
  for (const { words } of paragraphs)
    for (const { kind, before: was, after: is } of words) {
      if (kind !== 'same' || was === null || is === null) continue;
      const [fromB, fromA] = [wordAt(before, was[0]), wordAt(after, is[0])];
      visit(fromB, fromA, Math.min(wordAt(before, was[1]) - fromB, wordAt(after, is[1]) - fromA));
    }
}

function inherited(text: string, author: number, parents: readonly Traced[], compare: Compare): Traced {
  const starts = wordStarts(text);
  const wroteBy = new Int32Array(starts.length).fill(author);
  const known = new Uint8Array(starts.length);
  const first = new Int32Array(starts.length).fill(-1);
  for (const parent of parents)
    sameWords(compare(parent.text, text), parent.starts, starts, (fromB, fromA, count) => {
      for (let step = 0; step < count; step += 1) {
        const [origin, word] = [fromB + step, fromA + step];
        if (known[word] === 0) wroteBy[word] = parent.wroteBy[origin] ?? 0;
        known[word] = 1;
        if (first[word] === -1) first[word] = parent.first[origin] ?? -1;
      }
    });
  return { text, starts, wroteBy, first };
}

/** Marks the words of the text before that a text has no more, and one it was written over had, as taken out by it. */
function markTaken(tookBy: Int32Array, author: number, text: Traced, parents: readonly Traced[]): void {
  const remaining = new Uint8Array(tookBy.length);
  for (const word of text.first) if (word >= 0) remaining[word] = 1;
  for (const { first } of parents)
    for (const word of first)
      if (word >= 0 && remaining[word] === 0 && tookBy[word] === 0) tookBy[word] = author;
}

function authoredWords(
  { text, starts }: Pick<Traced, 'text' | 'starts'>,
  by: Int32Array,
  records: readonly (RecordId | null)[],
  [from, to]: Range,
): readonly AuthoredWords[] {
  const stretches: { from: number; by: RecordId | null }[] = [];
  for (let word = wordAt(starts, from); (starts[word] ?? to) < to; word += 1) {
    const writer = records[by[word] ?? 0] ?? null;
    if (stretches.length === 0) stretches.push({ from, by: writer });
    else if (stretches.at(-1)?.by !== writer) stretches.push({ from: starts[word] ?? to, by: writer });
  }
  return stretches.map((stretch, index) => ({
    text: text.slice(stretch.from, stretches[index + 1]?.from ?? to),
    by: stretch.by,
  }));
}

/**
 * Compares two texts of a section and says who changed which words: they are followed through the texts written between,
 * oldest first and each after those it was written over. A word both sides of a merge have keeps the author of the first.
 */
export function compareWithAuthors(before: string, after: string, history: TextHistory): ComparedText {
  const compared = compareTexts(before, after);
  const compare: Compare = (was, is) => (was === before && is === after ? compared : compareTexts(was, is));
  const starts = wordStarts(history.before.text);
  const start: Traced = {
    text: history.before.text,
    starts,
    wroteBy: new Int32Array(starts.length),
    first: Int32Array.from(starts.keys()),
  };
  const traced = new Map<RecordId, Traced>([[history.before.record, start]]);
  const records = [null, ...history.versions.map(({ record }) => record)];
  const tookBy = new Int32Array(starts.length);
  let last = start;
  for (const [index, version] of history.versions.entries()) {
    const parents = version.over.flatMap((id) => traced.get(id) ?? []);
    last = inherited(version.text, index + 1, parents, compare);
    traced.set(version.record, last);
    markTaken(tookBy, index + 1, last, parents);
  }
  const end = last;
  const authorsOf = ({ kind, before: was, after: is }: ComparedWords): readonly AuthoredWords[] =>
    kind === 'added'
      ? authoredWords(end, end.wroteBy, records, is ?? [0, 0])
      : authoredWords(start, tookBy, records, was ?? [0, 0]);
  return {
    ...compared,
    paragraphs: compared.paragraphs.map((paragraph) => ({
      ...paragraph,
      words: paragraph.words.map((words) =>
        words.kind === 'same' ? words : { ...words, by: authorsOf(words) },
      ),
    })),
  };
}
