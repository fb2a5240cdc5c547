import type { Token } from './split-words.ts';

/** A stretch of tokens that both sides hold, or one of them. */
export interface Step {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}
