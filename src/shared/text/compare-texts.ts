import { alignParagraphs } from './align-paragraphs.ts';
import { compareWords } from './compare-words.ts';
import type { ComparedParagraph, ComparedText, ComparedWords } from './compared-text.ts';
import { cutAlike } from './cut-alike.ts';
import { countWords } from './split-words.ts';
import { sharedParagraphs } from './shared-ends.ts';
import { splitAlike } from './split-alike.ts';
import { splitParagraphs, type Paragraph } from './split-paragraphs.ts';

function placeOf({ number, from, to }: Paragraph): ComparedParagraph['before'] {
  return { number, range: [from, to] };
}

function wordsOf(kind: ComparedWords['kind'], paragraph: Paragraph): ComparedWords {
  const { text, start, end } = paragraph;
  const [before, after] = kind === 'added' ? [null, [start, end] as const] : [[start, end] as const, null];
  return { kind, before, after, text: text.slice(start, end) };
}

/** A paragraph that one text alone has. */
function single(kind: 'added' | 'removed', paragraph: Paragraph, coarsened: boolean): ComparedParagraph {
  const [before, after] = kind === 'added' ? [null, placeOf(paragraph)] : [placeOf(paragraph), null];
  return { kind, before, after, words: [wordsOf(kind, paragraph)], coarsened };
}

/** A paragraph that both texts have. */
function paired(kind: 'changed' | 'moved-to', before: Paragraph, after: Paragraph): ComparedParagraph {
  const places = { before: placeOf(before), after: placeOf(after) };
  if (before.key !== after.key) return { kind, ...places, ...compareWords(before, after) };
  const words: ComparedWords = {
    ...wordsOf('added', after),
    kind: 'same',
    before: [before.start, before.end],
  };
  return { kind: kind === 'changed' ? 'same' : kind, ...places, words: [words], coarsened: false };
}

/** A paragraph of what both texts begin or end with: the one before has it so many characters and paragraphs further. */
function unchanged(paragraph: Paragraph, characters: number, count: number): ComparedParagraph {
  const { text, number, from, start, end, to } = paragraph;
  return {
    kind: 'same',
    before: { number: number + count, range: [from + characters, to + characters] },
    after: placeOf(paragraph),
    words: [
      {
        kind: 'same',
        before: [start + characters, end + characters],
        after: [start, end],
        text: text.slice(start, end),
      },
    ],
    coarsened: false,
  };
}

/** What both texts begin and end with is cut once; what stands between is aligned. */
function comparedParagraphs(before: string, after: string): readonly ComparedParagraph[] {
  const { head, tail } = sharedParagraphs(before, after);
  const first = splitParagraphs(after, { from: 0, to: head, number: 1 });
  const number = first.length + 1;
  const [ours, theirs] = splitAlike(
    { text: before, from: head, to: before.length - tail, number },
    { text: after, from: head, to: after.length - tail, number },
  );
  const last = splitParagraphs(after, {
    from: after.length - tail,
    to: after.length,
    number: number + theirs.length,
  });
  const [characters, count] = [before.length - after.length, ours.length - theirs.length];
  return [
    ...first.map((paragraph) => unchanged(paragraph, 0, 0)),
    ...betweenEnds(ours, theirs),
    ...last.map((paragraph) => unchanged(paragraph, characters, count)),
  ];
}

function betweenEnds(was: readonly Paragraph[], is: readonly Paragraph[]): readonly ComparedParagraph[] {
  const [ours, theirs] = cutAlike(was, is);
  const { pairs, skippedBefore, skippedAfter } = alignParagraphs(ours, theirs);
  const moves = pairs.filter((pair) => pair.moved);
  const leaving = new Map(moves.map((move) => [move.before, theirs[move.after]]));
  const arriving = new Map(moves.map((move) => [move.after, ours[move.before]]));
  const paragraphs: ComparedParagraph[] = [];
  let [b, a] = [0, 0];
  const upTo = (endB: number, endA: number): void => {
    ours.slice(b, endB).forEach((paragraph, index) => {
      const arrival = leaving.get(b + index);
      const removed = single('removed', paragraph, skippedBefore.has(b + index));
      if (arrival === undefined) paragraphs.push(removed);
      else
        paragraphs.push({
          kind: 'moved-from',
          before: placeOf(paragraph),
          after: placeOf(arrival),
          words: [wordsOf('same', paragraph)],
          coarsened: false,
        });
    });
    theirs.slice(a, endA).forEach((paragraph, index) => {
      const origin = arriving.get(a + index);
      if (origin === undefined) paragraphs.push(single('added', paragraph, skippedAfter.has(a + index)));
      else paragraphs.push(paired('moved-to', origin, paragraph));
    });
  };
  for (const pair of pairs.filter(({ moved }) => !moved)) {
    upTo(pair.before, pair.after);
    const [was, is] = [ours[pair.before], theirs[pair.after]];
    if (was !== undefined && is !== undefined) paragraphs.push(paired('changed', was, is));
    [b, a] = [pair.before + 1, pair.after + 1];
  }
  upTo(ours.length, theirs.length);
  return ours === was && theirs === is ? paragraphs : paragraphs.map(withBreak);
}

/** Says of a paragraph, or a piece of one, where the break before it stands in one text alone. */
function withBreak(
  paragraph: ComparedParagraph,
  index: number,
  all: readonly ComparedParagraph[],
): ComparedParagraph {
  const last = all[index - 1];
  const { kind, before, after } = paragraph;
  const stays =
    (kind === 'same' || kind === 'changed') && (last?.kind === 'same' || last?.kind === 'changed');
  if (!stays) return paragraph;
  const [splits, joins] = [last.before?.number === before?.number, last.after?.number === after?.number];
  if (splits === joins) return paragraph;
  return { ...paragraph, kind: 'changed', broken: splits ? 'split' : 'joined' };
}

const numberAlone = /^\s*\d{1,3}$/;

/** The words that changed, without the printed number: where paragraphs move up or down, no word of theirs changed. */
function changedWords({ words }: ComparedParagraph): readonly ComparedWords[] {
  const [removed, added, next] = words;
  const isNumber = (stretch: ComparedWords | undefined, kind: ComparedWords['kind']): boolean =>
    stretch?.kind === kind && numberAlone.test(stretch.text);
  const renumbered =
    isNumber(removed, 'removed') &&
    isNumber(added, 'added') &&
    next?.kind === 'same' &&
    next.text.startsWith('.');
  return words.slice(renumbered ? 2 : 0).filter(({ kind }) => kind !== 'same');
}

const noWords: ReadonlySet<ComparedWords> = new Set();

function statsOf(
  paragraphs: readonly ComparedParagraph[],
  before: string,
  after: string,
): ComparedText['stats'] {
  let [wordsBefore, wordsAfter, wordsChanged, changes] = [0, 0, 0, 0];
  for (const paragraph of paragraphs) {
    const changed = paragraph.kind === 'same' ? noWords : new Set(changedWords(paragraph));
    if (paragraph.kind === 'moved-to' || paragraph.broken !== undefined || changed.size > 0) changes += 1;
    for (const words of paragraph.words) {
      const count =
        words.after === null
          ? countWords(before, ...(words.before ?? [0, 0]))
          : countWords(after, ...words.after);
      if (words.before !== null && paragraph.kind !== 'moved-to') wordsBefore += count;
      if (words.after !== null) wordsAfter += count;
      if (changed.has(words)) wordsChanged += count;
    }
  }
  return {
    wordsBefore,
    wordsAfter,
    wordsChanged,
    changes,
    moved: paragraphs.filter(({ kind }) => kind === 'moved-to').length,
    coarsened: paragraphs.some(({ coarsened }) => coarsened),
  };
}

/**
 * Compares two texts: paragraphs first, then words inside those that belong together. The result is data, the same in
 * either direction, and has every word of both texts, so that either is rebuilt from the other by it.
 */
export function compareTexts(before: string, after: string): ComparedText {
  const paragraphs = comparedParagraphs(before, after);
  return { paragraphs, stats: statsOf(paragraphs, before, after) };
}
