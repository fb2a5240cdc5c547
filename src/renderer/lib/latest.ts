import { app } from './app-state.svelte.ts';

/** A question that is asked again and again, while the answer before may be on its way: the one asked last counts. */
export class Latest {
  #asked = 0;

  /** The answer; undefined where it was refused, which is in the banner, or where it was asked anew meanwhile. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    const asked = (this.#asked += 1);
    const answer = await app.attempt(work);
    return asked === this.#asked ? answer : undefined;
  }
}
