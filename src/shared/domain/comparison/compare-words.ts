import { diffArrays } from 'diff';
import type { Range } from './segment.ts';
import type { Paragraph } from './split-paragraphs.ts';
import type { Token } from './split-words.ts';

/** A stretch inside a pair of paragraphs. */
export interface WordRun {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly before: Range | null;
  readonly after: Range | null;
}

/** The words of a pair of paragraphs held against each other. */
export interface WordComparison {
  readonly runs: readonly WordRun[];
  readonly coarsened: boolean;
}

/** Edits that the exact engine may try before the paragraph is shown as replaced whole: bounds its work. */
const mostEdits = 2000;
/** The most equal words between two changes that are read as part of them. */
const scrapWords = 2;
/** The least part of words in common below which a paragraph is shown as rewritten. */
const leastCommon = 0.3;

interface Step {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

function wordsIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.isWord ? 1 : 0), 0);
}

/** Of several shortest ways the engine takes one by direction: `turned` compares the other way round. */
function stepsOf(before: readonly Token[], after: readonly Token[], turned: boolean): readonly Step[] | null {
  const [ours, theirs] = [before, after].map((side) => side.map((token) => token.key));
  const [old = [], now = []] = turned ? [theirs, ours] : [ours, theirs];
  const changes = diffArrays(old, now, { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  let b = 0;
  let a = 0;
  return changes.map((change) => {
    const count = change.value.length;
    const [isNew, isOld] = turned ? [change.removed, change.added] : [change.added, change.removed];
    const kind = isNew ? 'added' : isOld ? 'removed' : 'equal';
    const step = {
      kind,
      before: kind === 'added' ? [] : before.slice(b, b + count),
      after: kind === 'removed' ? [] : after.slice(a, a + count),
    } as const;
    b += step.before.length;
    a += step.after.length;
    return step;
  });
}

function isScrap(step: Step, index: number, all: readonly Step[]): boolean {
  return step.kind === 'equal' && index > 0 && index < all.length - 1 && wordsIn(step.before) <= scrapWords;
}

/** Joins neighbouring changes, and the scraps between them, into one removal and one addition. */
function joined(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = [];
  let removed: Token[] = [];
  let added: Token[] = [];
  const flush = (): void => {
    if (removed.length > 0) out.push({ kind: 'removed', before: removed, after: [] });
    if (added.length > 0) out.push({ kind: 'added', before: [], after: added });
    removed = [];
    added = [];
  };
  steps.forEach((step, index) => {
    if (step.kind === 'equal' && !isScrap(step, index, steps)) {
      flush();
      out.push(step);
      return;
    }
    removed.push(...step.before);
    added.push(...step.after);
  });
  flush();
  return out;
}

function rangeOf(tokens: readonly Token[]): Range | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? null : [first.from, last.to];
}

function replacedWhole(before: Paragraph, after: Paragraph): readonly WordRun[] {
  return [
    { kind: 'removed', before: [before.start, before.end], after: null },
    { kind: 'added', before: null, after: [after.start, after.end] },
  ];
}

/**
 * Compares two paragraphs word by word with jsdiff (Myers 1986, "An O(ND) Difference Algorithm"), bounded in edits.
 * Scraps of one or two equal words between changes belong to the change; a paragraph with little in common is shown
 * as rewritten. The runs cover the words of both paragraphs, and are the same in either direction.
 */
export function compareWords(before: Paragraph, after: Paragraph): WordComparison {
  const steps = stepsOf(before.tokens, after.tokens, before.key > after.key);
  if (steps === null) return { runs: replacedWhole(before, after), coarsened: true };
  const rounded = joined(steps);
  const common = rounded.reduce((sum, step) => sum + (step.kind === 'equal' ? wordsIn(step.before) : 0), 0);
  if (common < leastCommon * Math.max(before.words, after.words)) {
    return { runs: replacedWhole(before, after), coarsened: false };
  }
  const runs = rounded.map((step) => ({
    kind: step.kind,
    before: rangeOf(step.before),
    after: rangeOf(step.after),
  }));
  return { runs, coarsened: false };
}
