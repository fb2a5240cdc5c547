import type { Range } from './compared-text.ts';
import type { Token } from './split-words.ts';

/** A stretch of tokens that both sides have, or one of them: their places among the tokens of either side. */
export interface Step {
  readonly kind: 'same' | 'removed' | 'added';
  readonly before: Range;
  readonly after: Range;
}

const sentenceEnd = /^[.!?\u2026]$/;

/** Whether a sentence begins at a token, looking back no further than `least`. */
function beginsSentence(tokens: readonly Token[], at: number, least: number): boolean {
  return at - 2 >= least && tokens[at - 1]?.key === ' ' && sentenceEnd.test(tokens[at - 2]?.key ?? '');
}

/** How far a change can slide to the right until it begins a sentence: 0 where it does already, or never would. */
function distance(tokens: readonly Token[], least: number, [from, to]: Range, end: number): number {
  if (beginsSentence(tokens, from, least)) return 0;
  for (let by = 1; to + by <= end && tokens[from + by - 1]?.key === tokens[to + by - 1]?.key; by += 1)
    if (beginsSentence(tokens, from + by, least)) return by;
  return 0;
}

/**
 * One text can often be got from the other by several scripts of one length: "A. B." to "A. B. B." may add "B. " or
 * ". B". Slides a pure insertion or removal to the right until it begins a sentence, where it can.
 */
export function slideToSentences(
  steps: readonly Step[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Step[] {
  const out = [...steps];
  for (let at = 1; at < out.length - 1; at += 1) {
    const [head, step, tail] = [out[at - 1], out[at], out[at + 1]];
    if (head?.kind !== 'same' || step === undefined || step.kind === 'same' || tail?.kind !== 'same')
      continue;
    const side = step.kind === 'added' ? 'after' : 'before';
    const tokens = side === 'after' ? after : before;
    const by = distance(tokens, head[side][0], step[side], tail[side][1]);
    const moved = ([from, to]: Range): Range => [from + by, to + by];
    const longer = ([from, to]: Range): Range => [from, to + by];
    const shorter = ([from, to]: Range): Range => [from + by, to];
    out[at - 1] = { ...head, before: longer(head.before), after: longer(head.after) };
    out[at] = { ...step, before: moved(step.before), after: moved(step.after) };
    out[at + 1] = { ...tail, before: shorter(tail.before), after: shorter(tail.after) };
  }
  return out.filter((step) => step.before[1] > step.before[0] || step.after[1] > step.after[0]);
}
