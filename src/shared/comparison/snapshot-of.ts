import type { JudgmentSnapshot } from './judgment-snapshot.ts';
import type { RecordId } from '../records/record.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { Field } from '../records/open-value.ts';
import { shown } from '../records/settled.ts';
import { stageWhen } from '../judgment/stage-standing.ts';
import { stages, type Stage } from '../values/stages.ts';

function shownOf<T>(fields: { readonly [name: string]: Field<T> }): { readonly [name: string]: T } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = shown(field);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** A state of a draft as comparison needs it; of a conflict the last value in fold order. */
export function snapshotOf(draft: SeenDraft): JudgmentSnapshot {
  const { state } = draft;
  const isLate = (since: Stage, record: RecordId): boolean =>
    stages.indexOf(stageWhen(state.stageSteps, draft, record)) >= stages.indexOf(since);
  return {
    narratives: shownOf(state.narratives),
    grades: shownOf(state.grades),
    improvements: shown(state.improvements) ?? [],
    lists: shownOf(state.points),
    links: state.links.flatMap(({ note, criterion, values }) => {
      const direction = shown(values);
      return direction === 'for' || direction === 'against' ? [{ note, criterion, direction }] : [];
    }),
    writtenAfterSending: Object.entries(state.narratives).flatMap(([section, field]) =>
      field.some(({ record }) => isLate('factual-accuracy', record)) ? [section] : [],
    ),
    unlinkedInModeration: state.links.flatMap(({ note, criterion, values }) =>
      values.some(({ value, record }) => value === 'none' && isLate('moderation', record))
        ? [{ note, criterion }]
        : [],
    ),
    fits: shownOf(state.fits),
  };
}

/** The state before anything was written. */
export const emptySnapshot: JudgmentSnapshot = {
  narratives: {},
  grades: {},
  improvements: [],
  lists: {},
  links: [],
  writtenAfterSending: [],
  unlinkedInModeration: [],
  fits: {},
};
