import type { DraftState } from './draft-state.ts';
import { settled } from '../records/settled.ts';

/** The facts that are recorded to hold, each by one settled value. */
export function factsThatHold(state: Pick<DraftState, 'facts'>): ReadonlySet<string> {
  return new Set(Object.keys(state.facts).filter((fact) => settled(state.facts[fact])?.holds === true));
}
