import { detailsSet } from '../events/details-set.ts';
import type { PersonId, RecordId } from '../events/record.ts';
import { detailNames, type DetailName } from './draft-state.ts';
import type { FoldedDraft } from './fold-draft.ts';
import { stageSteps } from './stage-standing.ts';
import type { StageCause } from './stages.ts';
import { detailField } from './detail-fields.ts';

/** One value that a detail had, latest first in its history. */
export interface DetailEntry {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** YYYY-MM-DD for a day, a stage's id for the stage. */
  readonly value: string;
  readonly reason: string;
  /** `by-hand` for what a person set; of a stage also what happened that moved it. */
  readonly cause: StageCause;
  /** Whether it stands: of several that do, somebody must choose. */
  readonly stands: boolean;
}

/** What every detail was, by whom and when. */
export type DetailHistory = Readonly<Record<DetailName, readonly DetailEntry[]>>;

const setIn = detailsSet.in;

/** Every value that each detail had, the latest first; records that do not count are left out. */
export function detailHistory(folded: FoldedDraft): DetailHistory {
  const { graph, values, state } = folded;
  const counts = new Set(state.timeline.flatMap((entry) => (entry.counted ? entry.record : [])));
  const counted = graph.entries.filter(({ record }) => counts.has(record.id));
  const of = (name: DetailName): readonly DetailEntry[] => {
    const open = new Set(detailField.over(values, { name }));
    return counted.flatMap(({ record, event }): DetailEntry[] =>
      detailField.writtenIn(event?.writes ?? [], { name }).flatMap(({ value }) =>
        value !== null
          ? {
              record: record.id,
              author: record.author,
              at: record.at,
              value,
              reason: record.type === 'details.set' ? (setIn(record)?.reason ?? '') : '',
              cause: 'by-hand',
              stands: open.has(record.id),
            }
          : [],
      ),
    );
  };
  const stage = of('stage');
  const byHand = new Map(stage.map((entry) => [entry.record, entry]));
  const happened = stageSteps(graph, counted, values).flatMap(({ now, cause, record }): DetailEntry[] => {
    const { author = '', at = '' } = graph.get(record)?.record ?? {};
    const said = byHand.get(record);
    return [said ?? { record, author, at, value: now, reason: '', cause, stands: false }];
  });
  const all = Object.fromEntries(detailNames.map((name) => [name, of(name).toReversed()]));
  return { ...noHistory, ...all, stage: happened.toReversed() };
}

const noHistory: DetailHistory = {
  provider: [],
  kind: [],
  start: [],
  end: [],
  published: [],
  leadInspector: [],
  stage: [],
};
