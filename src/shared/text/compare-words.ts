import { diffArrays } from 'diff';
import { anchorsOf } from './anchor-words.ts';
import type { ComparedParagraph, ComparedWords } from './compared-text.ts';
import type { Paragraph } from './split-paragraphs.ts';
import { slideToSentences, type Step } from './slide-changes.ts';
import type { Token } from './split-words.ts';

/** Edits that the exact engine may try before it is helped by anchors, and between two anchors: bounds its work. */
const mostEdits = { alone: 500, betweenAnchors: 2000 };
/**
 * The most equal words between two changes that are read as part of them; `npm run benchmark -- comparison` prints the
 * curve of scraps against words marked.
 */
const scrapWords = 2;
/** The least part of words in common below which a paragraph is shown as rewritten. */
const leastCommon = 0.3;

function wordsIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.isWord ? 1 : 0), 0);
}

/** What both sides begin with, the middle compared, and what both end with. */
function stepsOf(
  before: readonly Token[],
  after: readonly Token[],
  turned: boolean,
): { readonly steps: readonly Step[]; readonly coarsened: boolean } {
  const alike = (b: number, a: number): boolean => before[b]?.key === after[a]?.key;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && alike(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && alike(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const middle = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)] as const;
  const exact = exactSteps(...middle, turned, mostEdits.alone);
  const inner = exact === null ? anchoredSteps(...middle, turned) : { steps: exact, coarsened: false };
  const same = (ours: readonly Token[], theirs: readonly Token[]): readonly Step[] =>
    ours.length === 0 ? [] : [{ kind: 'same', before: ours, after: theirs }];
  const steps = [
    ...same(before.slice(0, head), after.slice(0, head)),
    ...inner.steps,
    ...same(before.slice(before.length - tail), after.slice(after.length - tail)),
  ];
  return { steps: slideToSentences(withoutSeams(steps)), coarsened: inner.coarsened };
}

/** Neighbouring stretches of the same as one. */
function withoutSeams(steps: readonly Step[]): readonly Step[] {
  const out: { kind: Step['kind']; before: Token[]; after: Token[] }[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    if (step.kind === 'same' && last?.kind === 'same') {
      last.before.push(...step.before);
      last.after.push(...step.after);
    } else out.push({ kind: step.kind, before: [...step.before], after: [...step.after] });
  }
  return out;
}

/** Between stretches that stand once in either side, the exact engine again; where that fails too, replaced. */
function anchoredSteps(
  before: readonly Token[],
  after: readonly Token[],
  turned: boolean,
): { readonly steps: readonly Step[]; readonly coarsened: boolean } {
  const steps: Step[] = [];
  let coarsened = false;
  let [b, a] = [0, 0];
  const between = (endB: number, endA: number): void => {
    const [ours, theirs] = [before.slice(b, endB), after.slice(a, endA)];
    const exact = exactSteps(ours, theirs, turned, mostEdits.betweenAnchors);
    coarsened ||= exact === null;
    steps.push(
      ...(exact ?? [
        { kind: 'removed' as const, before: ours, after: [] },
        { kind: 'added' as const, before: [], after: theirs },
      ]),
    );
  };
  for (const [atB, atA] of anchorsOf(before, after)) {
    between(atB, atA);
    steps.push({ kind: 'same', before: before.slice(atB, atB + 1), after: after.slice(atA, atA + 1) });
    [b, a] = [atB + 1, atA + 1];
  }
  between(before.length, after.length);
  return { steps, coarsened };
}

/** Of several shortest ways the engine takes one by direction: `turned` compares the other way round. */
function exactSteps(
  before: readonly Token[],
  after: readonly Token[],
  turned: boolean,
  maxEditLength: number,
): readonly Step[] | null {
  const [ours, theirs] = [before, after].map((side) => side.map((token) => token.key));
  const [old = [], now = []] = turned ? [theirs, ours] : [ours, theirs];
  const changes = diffArrays(old, now, { maxEditLength });
  if (changes === undefined) return null;
  let b = 0;
  let a = 0;
  return changes.map((change) => {
    const count = change.value.length;
    const [isNew, isOld] = turned ? [change.removed, change.added] : [change.added, change.removed];
    const kind = isNew ? 'added' : isOld ? 'removed' : 'same';
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

function isScrap(step: Step, index: number, all: readonly Step[], most: number): boolean {
  return step.kind === 'same' && index > 0 && index < all.length - 1 && wordsIn(step.before) <= most;
}

/** Joins neighbouring changes, and the scraps between them, into one removal and one addition. */
function joined(steps: readonly Step[], most: number): readonly Step[] {
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
    if (step.kind === 'same' && !isScrap(step, index, steps, most)) {
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

function rangeOf(tokens: readonly Token[]): ComparedWords['before'] {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? null : [first.from, last.to];
}

/** One removal and one addition of all. */
function rewritten(before: Paragraph, after: Paragraph): readonly Step[] {
  return [
    { kind: 'removed', before: before.tokens, after: [] },
    { kind: 'added', before: [], after: after.tokens },
  ];
}

/**
 * Compares two paragraphs word by word with jsdiff (Myers 1986, "An O(ND) Difference Algorithm"), bounded in edits.
 * Scraps of one or two equal words between changes belong to the change; a paragraph with little in common is shown
 * as rewritten. The words cover both paragraphs, and are the same in either direction.
 */
export function compareWords(
  before: Paragraph,
  after: Paragraph,
  absorbed = scrapWords,
): Pick<ComparedParagraph, 'words' | 'coarsened'> {
  const { steps, coarsened } = stepsOf(before.tokens, after.tokens, before.key > after.key);
  const rounded = joined(steps, absorbed);
  const common = rounded.reduce((sum, step) => sum + (step.kind === 'same' ? wordsIn(step.before) : 0), 0);
  const shown =
    common < leastCommon * Math.max(before.words, after.words) ? rewritten(before, after) : rounded;
  const words = shown.map((step): ComparedWords => {
    const [was, is] = [rangeOf(step.before), rangeOf(step.after)];
    const text = is === null ? before.text.slice(...(was ?? [0, 0])) : after.text.slice(...is);
    return { kind: step.kind, before: was, after: is, text };
  });
  return { words, coarsened };
}
