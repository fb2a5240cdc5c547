import type { RecordId } from '../../../src/shared/records/record.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import type {
  AuthoredWords,
  ComparedText,
  ComparedWords,
  Range,
} from '../../../src/shared/text/compared-text.ts';
import type { TextHistory, TextVersion } from '../../../src/shared/text/word-authors.ts';
import { splitWords } from '../../../src/shared/text/split-words.ts';

type Compare = typeof compareTexts;

/** The places of a text's words and signs; spaces belong to the word before them. */
function placesIn(text: string): readonly Range[] {
  return splitWords(text)
    .filter((token) => token.key !== ' ')
    .map((token) => [token.from, token.to]);
}

/** The first of a text's words at or after a character. */
function wordAt(places: readonly Range[], character: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[0] ?? 0) < character) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each word of `after`, the word of `before` that it is, or -1. */
function origins(before: string, after: string, compare: Compare): Int32Array {
  const [ours, theirs] = [placesIn(before), placesIn(after)];
  const origin = new Int32Array(theirs.length).fill(-1);
  for (const { kind, before: was, after: is } of compare(before, after).paragraphs.flatMap(
    (paragraph) => paragraph.words,
  )) {
    if (kind !== 'same' || was === null || is === null) continue;
    const end = wordAt(ours, was[1]);
    let at = wordAt(ours, was[0]);
    for (let word = wordAt(theirs, is[0]); word < wordAt(theirs, is[1]) && at < end; word += 1, at += 1)
      origin[word] = at;
  }
  return origin;
}

interface Traced {
  readonly text: string;
  /** By word: who wrote it, and which word of the text before it is, or -1. */
  readonly wroteBy: readonly (RecordId | null)[];
  readonly first: Int32Array;
}

function inherited(version: TextVersion, parents: readonly Traced[], compare: Compare): Traced {
  const count = placesIn(version.text).length;
  const wroteBy = Array.from({ length: count }, (): RecordId | null => version.record);
  const known = new Uint8Array(count);
  const first = new Int32Array(count).fill(-1);
  for (const parent of parents) {
    origins(parent.text, version.text, compare).forEach((origin, word) => {
      if (origin < 0) return;
      if (known[word] === 0) wroteBy[word] = parent.wroteBy[origin] ?? null;
      known[word] = 1;
      if (first[word] === -1) first[word] = parent.first[origin] ?? -1;
    });
  }
  return { text: version.text, wroteBy, first };
}

function authoredWords(
  text: string,
  places: readonly Range[],
  by: readonly (RecordId | null)[],
  [from, to]: Range,
): readonly AuthoredWords[] {
  const stretches: { from: number; by: RecordId | null }[] = [];
  for (let word = wordAt(places, from); (places[word]?.[0] ?? to) < to; word += 1) {
    const writer = by[word] ?? null;
    if (stretches.length === 0) stretches.push({ from, by: writer });
    else if (stretches.at(-1)?.by !== writer) stretches.push({ from: places[word]?.[0] ?? to, by: writer });
  }
  return stretches.map((stretch, index) => ({
    text: text.slice(stretch.from, stretches[index + 1]?.from ?? to),
    by: stretch.by,
  }));
}

/** compareWithAuthors as it was first written: with an object for each word. Slow, and plain enough to hold the other to. */
export function authorsWordByWord(before: string, after: string, history: TextHistory): ComparedText {
  const compared = compareTexts(before, after);
  const compare: Compare = (was, is) => (was === before && is === after ? compared : compareTexts(was, is));
  const places = placesIn(history.before.text);
  const start: Traced = {
    text: history.before.text,
    wroteBy: places.map(() => null),
    first: Int32Array.from(places.keys()),
  };
  const traced = new Map<RecordId, Traced>([[history.before.record, start]]);
  const tookBy: (RecordId | null)[] = places.map(() => null);
  let last = start;
  for (const version of history.versions) {
    const parents = version.over.flatMap((id) => traced.get(id) ?? []);
    last = inherited(version, parents, compare);
    traced.set(version.record, last);
    const remaining = new Set(last.first);
    for (const word of new Set(parents.flatMap((parent) => [...parent.first])))
      if (word >= 0 && !remaining.has(word)) tookBy[word] ??= version.record;
  }
  const [lastText, lastPlaces, wroteBy] = [last.text, placesIn(last.text), last.wroteBy];
  const authorsOf = ({ kind, before: was, after: is }: ComparedWords): readonly AuthoredWords[] =>
    kind === 'added'
      ? authoredWords(lastText, lastPlaces, wroteBy, is ?? [0, 0])
      : authoredWords(history.before.text, places, tookBy, was ?? [0, 0]);
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
