import type { z } from 'zod';

/** One call across the contract: the schema of what comes in, and, as a type only, what goes out. */
interface Channel<I, O> {
  readonly input: z.ZodType<I>;
  /** Never present at run time: carries the type of the answer. */
  readonly answer?: O;
}

/** Declares a channel: `channel(schema).gives<Answer>()`. */
export function channel<I>(input: z.ZodType<I>): { gives<O>(): Channel<I, O> } {
  return { gives: () => ({ input }) };
}

/** What a channel takes. */
export type InputOf<C> = C extends Channel<infer I, unknown> ? I : never;
export type AnswerOf<C> =
  C extends Channel<never, infer O> ? O : C extends Channel<infer _I, infer O> ? O : never;
