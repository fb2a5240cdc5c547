import { newWindow } from './new-window.ts';
import type { CallError } from '../../src/shared/ipc/call-error.ts';
import { done, refused, type Result } from '../../src/shared/result.ts';

/** Every call of the window from now on, in order; each waits until the test answers it. */
export class WaitingCalls {
  readonly made: { readonly channel: string; readonly input: unknown }[] = [];
  readonly #settle: ((result: Result<unknown, CallError>) => void)[] = [];

  constructor() {
    newWindow((channel, input) => {
      this.made.push({ channel, input });
      return new Promise((settle) => this.#settle.push(settle));
    });
  }

  /** Answers the call at a place in the order, 0 for the first. */
  answer(at: number, value: unknown): void {
    this.#settled(at)(done(value));
  }

  refuse(at: number, message: string, code: CallError['code'] = 'io'): void {
    this.#settled(at)(refused({ code, message }));
  }

  #settled(at: number): (result: Result<unknown, CallError>) => void {
    const settle = this.#settle[at];
    if (settle === undefined) throw new Error(`call ${at} of ${this.made.length} was not made`);
    return settle;
  }
}
