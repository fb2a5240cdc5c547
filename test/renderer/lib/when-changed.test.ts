import { WaitingCalls } from '../waiting-calls.ts';
import { tellWindow } from '../window-in-node.ts';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { Answer, whenChanged } from '../../../src/renderer/lib/when-changed.svelte.ts';
import { Changing } from '../changing.svelte.ts';
import { madeInComponent } from '../made-in-component.svelte.ts';

let calls: WaitingCalls;
beforeEach(() => {
  calls = new WaitingCalls();
  app.banner = null;
});

/** Gives something that is watched another value, as a person's next step does. */
function change<T>(changing: Changing<T>, value: T): void {
  changing.value = value;
  flushSync();
}

/** Until what was answered is taken in. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('what is done when something changes', () => {
  it('is done at first and at each other value, and undone before the next and at the end', () => {
    const shown = new Changing('a');
    const happened: string[] = [];
    const { leave } = madeInComponent(() => {
      whenChanged(
        () => shown.value,
        (value) => {
          happened.push(`+${value}`);
          return () => happened.push(`-${value}`);
        },
      );
      return true;
    });
    change(shown, 'b');
    change(shown, 'b');
    expect(happened).toEqual(['+a', '-a', '+b']);
    leave();
    expect(happened).toEqual(['+a', '-a', '+b', '-b']);
  });

  it('never makes itself happen again, whatever it reads and writes', () => {
    const [shown, count] = [new Changing('a'), new Changing(0)];
    const { leave } = madeInComponent(() => {
      whenChanged(
        () => shown.value,
        () => {
          count.value += 1;
          return undefined;
        },
      );
      return true;
    });
    change(count, 10);
    expect(count.value).toBe(10);
    change(shown, 'b');
    expect(count.value).toBe(11);
    leave();
  });
});

describe('the answer to a question that changes', () => {
  function asked(
    question: Changing<string | null>,
    keep = false,
  ): { readonly made: Answer<unknown>; readonly leave: () => void } {
    return madeInComponent(
      () =>
        new Answer<unknown>(
          () => question.value,
          (draft) => call('listDraft', { draft }),
          keep,
        ),
    );
  }

  it('is never one that was overtaken', async () => {
    const question = new Changing<string | null>('first');
    const { made: answer, leave } = asked(question);
    change(question, 'second');
    calls.answer(1, 'to the second');
    await settled();
    calls.answer(0, 'to the first');
    await settled();
    expect([answer.value, answer.settled]).toEqual(['to the second', true]);
    leave();
  });

  it.each([
    [false, null],
    [true, 'to the first'],
  ])('stands until the next is here, where it is kept: %j', async (keep, meanwhile) => {
    const question = new Changing<string | null>('first');
    const { made: answer, leave } = asked(question, keep);
    calls.answer(0, 'to the first');
    await settled();
    change(question, 'second');
    expect([answer.value, answer.settled]).toEqual([meanwhile, false]);
    calls.answer(1, 'to the second');
    await settled();
    expect(answer.value).toBe('to the second');
    leave();
  });

  it('is none where nothing is asked, kept or not', async () => {
    const question = new Changing<string | null>('first');
    const { made: answer, leave } = asked(question, true);
    calls.answer(0, 'to the first');
    await settled();
    change(question, null);
    expect([answer.value, calls.made.length]).toEqual([null, 1]);
    leave();
  });

  it('that is refused stands in the banner, and is under way no longer', async () => {
    const { made: answer, leave } = asked(new Changing<string | null>('first'));
    calls.refuse(0, 'The folder is away.');
    await settled();
    expect([answer.value, answer.settled, app.banner?.text]).toEqual([null, true, 'The folder is away.']);
    leave();
  });

  it('that is refused tells of nothing, and is asked for again once the workspace changed', async () => {
    const { made: answer, leave } = asked(new Changing<string | null>('first'));
    calls.refuse(0, 'The folder is away.');
    await settled();
    expect([answer.refused, answer.answered]).toEqual([true, false]);
    tellWindow({ kind: 'changed', draft: 'ab'.repeat(32) });
    flushSync();
    expect(calls.made.length).toBe(1);
    tellWindow({ kind: 'changed', draft: null });
    flushSync();
    expect([calls.made.length, answer.refused]).toEqual([2, false]);
    calls.answer(1, 'to the first');
    await settled();
    expect([answer.value, answer.answered]).toEqual(['to the first', true]);
    tellWindow({ kind: 'changed', draft: null });
    flushSync();
    expect(calls.made.length).toBe(2);
    leave();
    tellWindow({ kind: 'changed', draft: null });
    expect(calls.made.length).toBe(2);
  });

  it('that comes when its screen is left is shown nowhere', async () => {
    const { made: answer, leave } = asked(new Changing<string | null>('first'));
    leave();
    calls.answer(0, 'to the first');
    await settled();
    expect(answer.value).toBeNull();
  });
});
