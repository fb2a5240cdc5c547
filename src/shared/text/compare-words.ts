import type { ComparedParagraph, ComparedWords, Range } from './compared-text.ts';
import { scriptOf } from './script-words.ts';
import { sharedWords } from './shared-ends.ts';
import type { Step } from './slide-changes.ts';
import type { Paragraph } from './split-paragraphs.ts';
import { splitWords, type Token } from './split-words.ts';

/**
 * The most equal words between two changes that are read as part of them; `npm run benchmark -- comparison` prints the
 * curve of scraps against words marked.
 */
const scrapWords = 2;
/** The least part of words in common below which a paragraph is shown as rewritten. */
const leastCommon = 0.3;

function wordsIn(tokens: readonly Token[], [from, to]: Range): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.isWord === true) count += 1;
  return count;
}

interface Sides {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

/** Joins neighbouring changes, and the scraps between them, into one removal and one addition. */
function joined(steps: readonly Step[], sides: Sides, isScrap: (words: number) => boolean): readonly Step[] {
  const out: Step[] = [];
  let [b, a] = [0, 0];
  const flush = (toB: number, toA: number): void => {
    if (toB > b) out.push({ kind: 'removed', before: [b, toB], after: [a, a] });
    if (toA > a) out.push({ kind: 'added', before: [toB, toB], after: [a, toA] });
  };
  steps.forEach((step, index) => {
    if (step.kind !== 'same') return;
    const isInside = index > 0 && index < steps.length - 1;
    if (isInside && isScrap(wordsIn(sides.before, step.before))) return;
    flush(step.before[0], step.after[0]);
    out.push(step);
    [b, a] = [step.before[1], step.after[1]];
  });
  flush(sides.before.length, sides.after.length);
  return out;
}

/** Where in its text a stretch of tokens stands. */
function charactersOf(tokens: readonly Token[], [from, to]: Range): Range {
  return [tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0];
}

/** The steps in characters, the first and the last of the same with what both paragraphs share around them. */
function placed(
  steps: readonly Step[],
  sides: Sides,
  [before, after]: readonly [Paragraph, Paragraph],
  { head, tail }: ReturnType<typeof sharedWords>,
): readonly ComparedWords[] {
  const said = (kind: ComparedWords['kind'], was: Range | null, is: Range | null): ComparedWords => {
    const text = is === null ? before.text.slice(...(was ?? [0, 0])) : after.text.slice(...is);
    return { kind, before: was, after: is, text };
  };
  const words: ComparedWords[] = [];
  const [first, last] = [steps[0], steps.at(-1)];
  if (head > 0 && first?.kind !== 'same')
    words.push(said('same', [before.start, before.start + head], [after.start, after.start + head]));
  for (const step of steps) {
    const [was, is] = [charactersOf(sides.before, step.before), charactersOf(sides.after, step.after)];
    if (step.kind === 'removed') words.push(said('removed', was, null));
    else if (step.kind === 'added') words.push(said('added', null, is));
    else {
      const [fromB, fromA] = step === first ? [before.start, after.start] : [was[0], is[0]];
      const [toB, toA] = step === last ? [before.end, after.end] : [was[1], is[1]];
      words.push(said('same', [fromB, toB], [fromA, toA]));
    }
  }
  if (tail > 0 && last?.kind !== 'same')
    words.push(said('same', [before.end - tail, before.end], [after.end - tail, after.end]));
  return words;
}

/** Both paragraphs as they are, one taken out and the other written. */
function rewritten(before: Paragraph, after: Paragraph): readonly ComparedWords[] {
  const [was, is]: readonly [Range, Range] = [
    [before.start, before.end],
    [after.start, after.end],
  ];
  return [
    { kind: 'removed', before: was, after: null, text: before.text.slice(...was) },
    { kind: 'added', before: null, after: is, text: after.text.slice(...is) },
  ];
}

/**
 * Compares two paragraphs word by word (Myers 1986, "An O(ND) Difference Algorithm"), bounded in edits, between what
 * both begin and end with. Scraps of one or two equal words beside a change of words belong to the change; a paragraph
 * with little in common is shown as rewritten. The words cover both paragraphs, and are the same in either direction.
 */
export function compareWords(
  before: Paragraph,
  after: Paragraph,
  absorbed = scrapWords,
): Pick<ComparedParagraph, 'words' | 'coarsened'> {
  const shared = sharedWords(
    { text: before.text, from: before.start, to: before.end },
    { text: after.text, from: after.start, to: after.end },
  );
  const [sideBefore = [], sideAfter = []] = [before, after].map(({ text, start, end }) =>
    splitWords(text, start + shared.head, end - shared.tail),
  );
  const sides = { before: sideBefore, after: sideAfter };
  const { steps, coarsened } = scriptOf(sideBefore, sideAfter, before.key > after.key);
  // Words of which none changed, a heading's between signs that did, are no scrap.
  const isAll = (words: number): boolean => words > 0 && words === before.words && words === after.words;
  const shown = joined(steps, sides, (words) => words <= absorbed && !isAll(words));
  const gone = shown.reduce(
    (sum, step) => sum + (step.kind === 'removed' ? wordsIn(sideBefore, step.before) : 0),
    0,
  );
  const isRewritten = before.words - gone < leastCommon * Math.max(before.words, after.words);
  return {
    words: isRewritten ? rewritten(before, after) : placed(shown, sides, [before, after], shared),
    coarsened,
  };
}
