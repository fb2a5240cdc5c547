import type { JudgmentSnapshot } from '../comparison/judgment-snapshot.ts';
import type { DraftState, Field } from './draft-state.ts';
import { shown } from './settled.ts';

function shownOf<T>(fields: { readonly [name: string]: Field<T> }): { readonly [name: string]: T } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = shown(field);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** A state of a draft as comparison needs it; of a conflict the last value in fold order. */
export function snapshotOf(state: DraftState): JudgmentSnapshot {
  return {
    stage: state.stage.now,
    narratives: shownOf(state.narratives),
    grades: shownOf(state.grades),
    improvements: shown(state.improvements) ?? [],
    lists: shownOf(state.points),
    links: state.links.flatMap(({ note, criterion, values }) => {
      const direction = shown(values);
      return direction === 'for' || direction === 'against' ? [{ note, criterion, direction }] : [];
    }),
    fits: shownOf(state.fits),
  };
}

/** The state before anything was written. */
export const emptySnapshot: JudgmentSnapshot = {
  stage: '',
  narratives: {},
  grades: {},
  improvements: [],
  lists: {},
  links: [],
  fits: {},
};
