import type { RecordId } from '../records/record.ts';
import { compareTexts } from './compare-texts.ts';
import type { Range, Segment } from './segment.ts';
import { splitWords } from './split-words.ts';

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

/** A stretch of text and the record that wrote it, or took it out; null where that was before the comparison began. */
export interface AuthoredStretch {
  readonly text: string;
  readonly by: RecordId | null;
}

/** Who changed which words between two texts of a section. */
export interface WordAuthors {
  /** Who took words out of the text before, by stretch. */
  readonly took: (range: Range) => readonly AuthoredStretch[];
  /** Who wrote words of the text after, by stretch. */
  readonly wrote: (range: Range) => readonly AuthoredStretch[];
}

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

/** Stretches that both texts have: equal ones, and moved paragraphs with the edits inside them. */
function sharedRanges(segments: readonly Segment[]): readonly (readonly [Range, Range])[] {
  const left = new Map(
    segments.flatMap((one) =>
      one.kind === 'moved-from' && one.before !== null ? [[one.pair, one.before]] : [],
    ),
  );
  return segments.flatMap((one): (readonly [Range, Range])[] => {
    if (one.kind === 'moved-to' && one.edits !== undefined) return [...sharedRanges(one.edits)];
    const before = one.kind === 'moved-to' ? left.get(one.pair) : one.before;
    const shared = one.kind === 'equal' || one.kind === 'moved-to';
    return shared && before != null && one.after !== null ? [[before, one.after]] : [];
  });
}

/** For each word of `after`, the word of `before` that it is, or -1. */
function origins(before: string, after: string): Int32Array {
  const [ours, theirs] = [placesIn(before), placesIn(after)];
  const found = new Int32Array(theirs.length).fill(-1);
  for (const [was, is] of sharedRanges(compareTexts(before, after).segments)) {
    const end = wordAt(ours, was[1]);
    let at = wordAt(ours, was[0]);
    for (let word = wordAt(theirs, is[0]); word < wordAt(theirs, is[1]) && at < end; word += 1, at += 1)
      found[word] = at;
  }
  return found;
}

interface Traced {
  readonly text: string;
  /** By word: who wrote it, and which word of the text before it is, or -1. */
  readonly wroteBy: readonly (RecordId | null)[];
  readonly first: Int32Array;
}

function inherited(version: TextVersion, parents: readonly Traced[]): Traced {
  const count = placesIn(version.text).length;
  const wroteBy = Array.from({ length: count }, (): RecordId | null => version.record);
  const known = new Uint8Array(count);
  const first = new Int32Array(count).fill(-1);
  for (const parent of parents) {
    origins(parent.text, version.text).forEach((origin, word) => {
      if (origin < 0) return;
      if (known[word] === 0) wroteBy[word] = parent.wroteBy[origin] ?? null;
      known[word] = 1;
      if (first[word] === -1) first[word] = parent.first[origin] ?? -1;
    });
  }
  return { text: version.text, wroteBy, first };
}

function stretches(
  text: string,
  places: readonly Range[],
  by: readonly (RecordId | null)[],
  [from, to]: Range,
): readonly AuthoredStretch[] {
  const found: { from: number; by: RecordId | null }[] = [];
  for (let word = wordAt(places, from); (places[word]?.[0] ?? to) < to; word += 1) {
    const writer = by[word] ?? null;
    if (found.length === 0) found.push({ from, by: writer });
    else if (found.at(-1)?.by !== writer) found.push({ from: places[word]?.[0] ?? to, by: writer });
  }
  return found.map((one, index) => ({
    text: text.slice(one.from, found[index + 1]?.from ?? to),
    by: one.by,
  }));
}

/**
 * Follows the words of a section through the texts written after `before`, oldest first and each after those it was
 * written over; the last is the text after. A word both sides of a merge have keeps the author of the first.
 */
export function wordAuthors({ before, versions }: TextHistory): WordAuthors {
  const places = placesIn(before.text);
  const start: Traced = {
    text: before.text,
    wroteBy: places.map(() => null),
    first: Int32Array.from(places.keys()),
  };
  const traced = new Map<RecordId, Traced>([[before.record, start]]);
  const tookBy: (RecordId | null)[] = places.map(() => null);
  let last = start;
  for (const version of versions) {
    const parents = version.over.flatMap((id) => traced.get(id) ?? []);
    last = inherited(version, parents);
    traced.set(version.record, last);
    const kept = new Set(last.first);
    for (const word of new Set(parents.flatMap((parent) => [...parent.first])))
      if (word >= 0 && !kept.has(word)) tookBy[word] ??= version.record;
  }
  const after = last;
  return {
    took: (range) => stretches(before.text, places, tookBy, range),
    wrote: (range) => stretches(after.text, placesIn(after.text), after.wroteBy, range),
  };
}
