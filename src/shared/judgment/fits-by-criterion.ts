import type { DraftState } from './draft-state.ts';
import { settled } from '../records/settled.ts';

/** The best fit of each criterion that has one settled. */
export function fitsByCriterion(state: Pick<DraftState, 'fits'>): { readonly [criterion: string]: string } {
  return Object.fromEntries(
    Object.entries(state.fits).flatMap(([criterion, field]) => {
      const grade = settled(field);
      return grade === null ? [] : [[criterion, grade]];
    }),
  );
}
