import { paragraphAt, type Paragraph } from './split-paragraphs.ts';
import { splitSentences } from './split-sentences.ts';

type Sides = readonly [before: readonly Paragraph[], after: readonly Paragraph[]];

/** A sentence of fewer characters says nothing of where its paragraph went. */
const shortest = 20;
/** Paragraphs that begin alike and are tried as the first of those that were joined. */
const mostTried = 20;
/** Rounds in which cuts of one side call for cuts of the other; they settle in two or three. */
const mostRounds = 6;

/**
 * Cuts paragraphs of two texts where the other text breaks and they do not, so that each piece has its like: a paragraph
 * that is split, or joined of several, shows no word as changed, and a sentence that went to another paragraph is a piece
 * of its own. Pieces keep the number of their paragraph. Only paragraphs that the other text does not have are looked at.
 */
export function cutAlike(before: readonly Paragraph[], after: readonly Paragraph[]): Sides {
  const [ours, theirs] = [lonely(before, after), lonely(after, before)];
  if (Math.min(ours, theirs) === 0 || Math.max(ours, theirs) === 1) return [before, after];
  const joined = cutAtBreaks(before, after);
  const turned = cutAtBreaks(joined[1], joined[0]);
  return cutAtSentences(turned[1], turned[0]);
}

/** How many paragraphs of one text the other does not have. */
function lonely(own: readonly Paragraph[], other: readonly Paragraph[]): number {
  return [...surplusOf(own, other).values()].reduce((sum, count) => sum + Math.max(0, count), 0);
}

/** How many more times each paragraph stands in one text than in the other. */
function surplusOf(own: readonly Paragraph[], other: readonly Paragraph[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key } of other) {
    const count = counts.get(key);
    if (count !== undefined) counts.set(key, count - 1);
  }
  return counts;
}

function firstWord(key: string): string {
  return key.slice(0, 40).split(' ', 1).join('');
}

/** Cuts each paragraph of the second text whose words are those of several neighbours in the first. */
function cutAtBreaks(parts: readonly Paragraph[], joined: readonly Paragraph[]): Sides {
  const [spare, needing] = [surplusOf(parts, joined), surplusOf(joined, parts)];
  const beginning = new Map<string, number[]>();
  for (const [index, { key }] of parts.entries()) {
    if (key === '' || (spare.get(key) ?? 0) <= 0) continue;
    const same = beginning.get(firstWord(key));
    if (same === undefined) beginning.set(firstWord(key), [index]);
    else same.push(index);
  }
  if (beginning.size === 0) return [parts, joined];
  const used = new Set<number>();
  const isFree = (index: number): boolean =>
    !used.has(index) && (spare.get(parts[index]?.key ?? '') ?? 0) > 0;
  const cut = joined.flatMap((paragraph): readonly Paragraph[] => {
    if ((needing.get(paragraph.key) ?? 0) <= 0) return [paragraph];
    const tried = (beginning.get(firstWord(paragraph.key)) ?? []).filter(isFree).slice(0, mostTried);
    for (const first of tried) {
      const lengths = lengthsWithin(paragraph.key, parts, first, isFree);
      if (lengths === null) continue;
      lengths.forEach((_, at) => used.add(first + at));
      return piecesOf(paragraph, offsetsIn(paragraph, lengths));
    }
    return [paragraph];
  });
  return [parts, cut];
}

/** How long the keys are of the paragraphs from `first` on that make up `key`; null where they do not, or one does alone. */
function lengthsWithin(
  key: string,
  parts: readonly Paragraph[],
  first: number,
  isFree: (index: number) => boolean,
): readonly number[] | null {
  const lengths: number[] = [];
  let at = 0;
  for (let index = first; at < key.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part.key === '' || !isFree(index) || !key.startsWith(part.key, at)) return null;
    lengths.push(part.key.length);
    at += part.key.length;
    if (at < key.length && key[at] !== ' ') return null;
    at += 1;
  }
  return lengths.length > 1 && at === key.length + 1 ? lengths : null;
}

/** Where in the text the pieces after the first begin, whose keys have these lengths. */
function offsetsIn({ text, start, end }: Paragraph, lengths: readonly number[]): readonly number[] {
  const offsets: number[] = [];
  let at = start;
  for (const length of lengths.slice(0, -1)) {
    for (let left = length + 1; left > 0; left -= 1) {
      if (!/[ \t\r\n]/.test(text[at] ?? '')) at += 1;
      else while (at < end && /[ \t\r\n]/.test(text[at] ?? '')) at += 1;
    }
    offsets.push(at);
  }
  return offsets;
}

function piecesOf(paragraph: Paragraph, offsets: readonly number[]): readonly Paragraph[] {
  if (offsets.length === 0) return [paragraph];
  const { text, number, from, to, apart } = paragraph;
  return [from, ...offsets].map((start, at) =>
    paragraphAt(text, { number, from: start, to: offsets[at] ?? to, apart: apart && at === 0 }),
  );
}

/** A sentence of a paragraph, and where all of that paragraph's begin. */
interface Sentence {
  readonly key: string;
  readonly paragraph: number;
  readonly ordinal: number;
  readonly starts: readonly number[];
}

/** Cuts paragraphs between sentences that stand in different paragraphs, or pieces, of the other text. */
function cutAtSentences(before: readonly Paragraph[], after: readonly Paragraph[]): Sides {
  const all = [sentencesOf(before, after), sentencesOf(after, before)] as const;
  const sides = [common(all[0], all[1]), common(all[1], all[0])] as const;
  const leads = [leadsOf(sides[0]), leadsOf(sides[1])] as const;
  const cuts: readonly [Cuts, Cuts] = [new Map(), new Map()];
  for (let round = 0; ; round += 1) {
    const pieces = [pieceNumbers(sides[0], cuts[0]), pieceNumbers(sides[1], cuts[1])] as const;
    const found =
      cutBetween(sides[0], pieces[1], leads[1], cuts[0]) + cutBetween(sides[1], pieces[0], leads[0], cuts[1]);
    if (found === 0) break;
    if (round === mostRounds) return [before, after];
  }
  if (cuts[0].size + cuts[1].size === 0) return [before, after];
  return [withCuts(before, sides[0], cuts[0]), withCuts(after, sides[1], cuts[1])];
}

/** By the index of the sentence that needs one, where in the text a piece begins. */
type Cuts = Map<number, number>;

/** How many sentences that the other text does not have stand right before each. */
function leadsOf(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  return new Map(
    sentences.map(({ key, paragraph, ordinal }, index) => {
      const last = sentences[index - 1];
      return [key, last?.paragraph === paragraph ? ordinal - last.ordinal - 1 : ordinal];
    }),
  );
}

function sentencesOf(own: readonly Paragraph[], other: readonly Paragraph[]): readonly Sentence[] {
  const spare = surplusOf(own, other);
  return own.flatMap(({ key, text, start, end }, paragraph): readonly Sentence[] => {
    if ((spare.get(key) ?? 0) <= 0) return [];
    const ranges = splitSentences(text, start, end);
    const starts = ranges.map(([from]) => from);
    return ranges.flatMap(([from, to], ordinal) =>
      to - from < shortest
        ? []
        : [{ key: text.slice(from, to).replaceAll(/\s+/gu, ' ').trim(), paragraph, ordinal, starts }],
    );
  });
}

/** Those of one text that stand once in it and once in the other. */
function common(own: readonly Sentence[], other: readonly Sentence[]): readonly Sentence[] {
  const [here, there] = [own, other].map((sentences) => {
    const counts = new Map<string, number>();
    for (const { key } of sentences) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  });
  return own.filter(({ key }) => here?.get(key) === 1 && there?.get(key) === 1);
}

/** A number for the piece that each sentence stands in. */
function pieceNumbers(sentences: readonly Sentence[], cuts: Cuts): ReadonlyMap<string, number> {
  let piece = 0;
  return new Map(
    sentences.map((sentence, index) => {
      if (sentence.paragraph !== sentences[index - 1]?.paragraph || cuts.has(index)) piece += 1;
      return [sentence.key, piece];
    }),
  );
}

/**
 * Adds a cut before each sentence whose like stands in another piece than that of the sentence before; says how many. Of
 * sentences between the two, those go with it that its like has before it.
 */
function cutBetween(
  sentences: readonly Sentence[],
  pieces: ReadonlyMap<string, number>,
  leads: ReadonlyMap<string, number>,
  cuts: Cuts,
): number {
  const known = cuts.size;
  for (const [index, sentence] of sentences.entries()) {
    const last = sentences[index - 1];
    if (last?.paragraph !== sentence.paragraph) continue;
    if (cuts.has(index) || pieces.get(last.key) === pieces.get(sentence.key)) continue;
    const between = sentence.ordinal - last.ordinal - 1;
    const first = sentence.ordinal - Math.min(between, leads.get(sentence.key) ?? 0);
    cuts.set(index, sentence.starts[first] ?? 0);
  }
  return cuts.size - known;
}

function withCuts(
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
  cuts: Cuts,
): readonly Paragraph[] {
  const offsets = new Map<number, number[]>();
  for (const [index, at] of [...cuts].sort(([one], [other]) => one - other)) {
    const paragraph = sentences[index]?.paragraph ?? 0;
    offsets.set(paragraph, [...(offsets.get(paragraph) ?? []), at]);
  }
  return paragraphs.flatMap((paragraph, index) => piecesOf(paragraph, offsets.get(index) ?? []));
}
