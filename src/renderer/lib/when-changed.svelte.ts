import { untrack } from 'svelte';
import { app } from './app-state.svelte.ts';

/**
 * Acts once at first and again whenever what `read` answers is another value. It is the only effect of the renderer:
 * nothing that `act` reads or writes makes it act again, so that a call started here cannot start itself for ever.
 * What `act` answers undoes it, before the next time and when the component goes.
 */
export function whenChanged<T>(read: () => T, act: (value: T) => (() => void) | undefined): void {
  const value = $derived(read());
  $effect(() => {
    const now = value;
    return untrack(() => act(now));
  });
}

/**
 * The answer to a question that changes: asked anew when its words change, never shown after a later question was asked.
 * A refusal stands in the banner. Nothing is known then, and it is asked again once the workspace changed: a folder that was
 * away may be back.
 */
export class Answer<A> {
  value = $state.raw<A | null>(null);
  /** Whether the question before this one was refused or answered, and none is under way. */
  settled = $state(false);
  refused = $state(false);
  #again = $state(0);

  /** `question` is compared by its words; null asks nothing. `keep` shows the last answer until the next is here. */
  constructor(question: () => string | null, ask: (question: string) => Promise<A>, keep = false) {
    const asked = (): readonly [words: string | null, again: number] => [question(), this.#again];
    whenChanged(
      () => JSON.stringify(asked()),
      () => {
        const [words] = asked();
        let current = true;
        if (!keep || words === null) this.value = null;
        Object.assign(this, { settled: false, refused: false });
        if (words === null) return undefined;
        void app
          .attempt(() => ask(words))
          .then((answer) => {
            if (!current) return;
            if (answer !== undefined) this.value = answer;
            Object.assign(this, { settled: true, refused: answer === undefined });
          });
        const stop = window.plumbline.onHostEvent((event) => {
          if (this.refused && event.kind === 'changed' && event.draft === null) this.#again += 1;
        });
        return () => {
          current = false;
          stop();
        };
      },
    );
  }

  /** Whether what is shown is an answer: where one is refused, that there is nothing is not known. */
  get answered(): boolean {
    return this.settled && !this.refused;
  }
}
