import type { Framework } from '../framework/framework-schema.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import type { Gate } from './gate.ts';

/** One thing that a gate looked at, and what it found there. */
export interface LookedAt {
  /** The area, point, passage or fact. */
  readonly what: string;
  readonly found: string;
  /** The area whose grade stands beside it; null where no grade does. */
  readonly area: string | null;
  /** Whether it is as it must be, or stands with its reason. */
  readonly settled: boolean;
  /** Where it can be seen, and settled. */
  readonly goTo: Gate['goTo'];
}

/** How one gate's things are found. */
export type Looking = (state: SeenState, framework: Framework) => readonly LookedAt[];
