import { anchorsOf } from './anchor-words.ts';
import { numbered, shortestScript } from './shortest-script.ts';
import { slideToSentences, type Step } from './slide-changes.ts';
import type { Token } from './split-words.ts';

/** Edits that the exact engine may try before it is helped by anchors, and between two anchors: bounds its work. */
const mostEdits = { alone: 500, betweenAnchors: 2000 };

/** Steps gathered in order, neighbouring stretches of the same as one. */
class Steps {
  readonly all: Step[] = [];
  #before = 0;
  #after = 0;

  add(kind: Step['kind'], length: number): void {
    if (length === 0) return;
    const [b, a] = [this.#before, this.#after];
    if (kind !== 'added') this.#before += length;
    if (kind !== 'removed') this.#after += length;
    const last = this.all.at(-1);
    const joins = kind === 'same' && last?.kind === 'same';
    const [fromB, fromA] = joins ? [last.before[0], last.after[0]] : [b, a];
    if (joins) this.all.pop();
    this.all.push({ kind, before: [fromB, this.#before], after: [fromA, this.#after] });
  }
}

/** Of several shortest scripts the engine takes one by direction: `turned` compares the other way round. */
function addExact(
  steps: Steps,
  before: Int32Array,
  after: Int32Array,
  turned: boolean,
  most: number,
): boolean {
  const runs = turned ? shortestScript(after, before, most) : shortestScript(before, after, most);
  for (const { kind, length } of runs ?? []) {
    const other = kind === 'added' ? 'removed' : 'added';
    steps.add(turned && kind !== 'same' ? other : kind, length);
  }
  return runs !== null;
}

/** Between stretches that stand once in either side, the exact engine again; where that fails too, replaced. */
function addAnchored(steps: Steps, before: Int32Array, after: Int32Array, turned: boolean): boolean {
  let coarsened = false;
  let [b, a] = [0, 0];
  const between = (endB: number, endA: number): void => {
    const [ours, theirs] = [before.subarray(b, endB), after.subarray(a, endA)];
    if (addExact(steps, ours, theirs, turned, mostEdits.betweenAnchors)) return;
    coarsened = true;
    steps.add('removed', ours.length);
    steps.add('added', theirs.length);
  };
  for (const [atB, atA] of anchorsOf(before, after)) {
    between(atB, atA);
    steps.add('same', 1);
    [b, a] = [atB + 1, atA + 1];
  }
  between(before.length, after.length);
  return coarsened;
}

/** What both sides begin with, the middle compared, and what both end with. */
export function scriptOf(
  before: readonly Token[],
  after: readonly Token[],
  turned: boolean,
): { readonly steps: readonly Step[]; readonly coarsened: boolean } {
  const [ours = new Int32Array(), theirs = new Int32Array()] = numbered([before, after]);
  const most = Math.min(ours.length, theirs.length);
  let head = 0;
  while (head < most && ours[head] === theirs[head]) head += 1;
  let tail = 0;
  while (tail < most - head && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail += 1;
  const middle = [
    ours.subarray(head, ours.length - tail),
    theirs.subarray(head, theirs.length - tail),
  ] as const;
  const steps = new Steps();
  steps.add('same', head);
  const exact = addExact(steps, ...middle, turned, mostEdits.alone);
  const coarsened = !exact && addAnchored(steps, ...middle, turned);
  steps.add('same', tail);
  return { steps: slideToSentences(steps.all, before, after), coarsened };
}
