import type { ViewChange } from './view-change.ts';
import type { DraftView } from './views.ts';

/** A draft's view as a whole, or what changed in it since a state that the window has. */
export interface DraftFollowed {
  /** The number of the state that this is, to be named when asking again. */
  readonly state: number;
  /** The whole; null where only what changed is told. */
  readonly view: DraftView | null;
  /** The state that `change` is to be made to. */
  readonly since: number | null;
  /** Null where nothing changed, or where the whole is told. */
  readonly change: ViewChange | null;
}
