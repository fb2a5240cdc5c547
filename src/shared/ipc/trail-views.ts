import type { TrailStep } from '../together/trail.ts';

/** Every record of a draft that this person may see, in fold order. */
export interface TrailView {
  readonly steps: readonly TrailStep[];
}
