import type { Token } from './split-words.ts';

/** A stretch of tokens that both sides have, or one of them. */
export interface Step {
  readonly kind: 'same' | 'removed' | 'added';
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

const sentenceEnd = /^[.!?\u2026]$/;

/** Whether what follows these tokens begins a sentence. */
function endsSentence(tokens: readonly Token[]): boolean {
  return tokens.at(-1)?.key === ' ' && sentenceEnd.test(tokens.at(-2)?.key ?? '');
}

/** How far a change can slide to the right: its first tokens stand again at the head of what follows. */
function room(own: readonly Token[], next: readonly Token[]): number {
  const cycle = own.length;
  let count = 0;
  while (count < next.length && own[count % cycle]?.key === next[count]?.key) count += 1;
  return count;
}

/**
 * One text can often be got from the other by several scripts of one length: "A. B." to "A. B. B." may add "B. " or
 * ". B". Slides a pure insertion or removal to the right until it begins a sentence, where it can.
 */
export function slideToSentences(steps: readonly Step[]): readonly Step[] {
  const out = [...steps];
  for (let at = 1; at < out.length - 1; at += 1) {
    const [before, step, after] = [out[at - 1], out[at], out[at + 1]];
    if (before?.kind !== 'same' || step === undefined || step.kind === 'same' || after?.kind !== 'same')
      continue;
    const side = step.kind === 'added' ? 'after' : 'before';
    const own = step[side];
    if (endsSentence(before[side])) continue;
    const most = room(own, after[side]);
    for (let by = 1; by <= most; by += 1) {
      const joined = [...own, ...after[side]];
      if (!endsSentence([...before[side], ...joined.slice(0, by)])) continue;
      const other = side === 'after' ? 'before' : 'after';
      const slid = {
        before: {
          [side]: [...before[side], ...joined.slice(0, by)],
          [other]: [...before[other], ...after[other].slice(0, by)],
        },
        after: { [side]: joined.slice(by + own.length), [other]: after[other].slice(by) },
      };
      out[at - 1] = { kind: 'same', ...sides(slid.before) };
      out[at] = { ...step, [side]: joined.slice(by, by + own.length) };
      out[at + 1] = { kind: 'same', ...sides(slid.after) };
      break;
    }
  }
  return out.filter((step) => step.before.length + step.after.length > 0);
}

function sides(of: Readonly<Record<string, readonly Token[]>>): Pick<Step, 'before' | 'after'> {
  return { before: of['before'] ?? [], after: of['after'] ?? [] };
}
