import { detailsSet } from '../draft/details-set.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { SeenDraft } from './seen-draft.ts';
import { detailNames, type DetailName } from '../draft/detail-names.ts';
import type { StageCause } from '../values/stages.ts';
import { detailField } from '../draft/detail-fields.ts';

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

/** Every value that each detail had, the latest first; records that do not count are left out. */
export function detailHistory({ state, values, records }: SeenDraft): DetailHistory {
  const counted = records().filter((record) => record.counted);
  const of = (name: DetailName): readonly DetailEntry[] => {
    const open = new Set((values.get(detailField.name({ name })) ?? []).map((write) => write.record));
    return counted.flatMap(({ id, type, author, at, reason, writes }): DetailEntry[] =>
      detailField.writtenIn(writes, { name }).flatMap(({ value }) =>
        value !== null
          ? {
              record: id,
              author,
              at,
              value,
              reason: type === detailsSet.type ? reason : '',
              cause: 'by-hand',
              stands: open.has(id),
            }
          : [],
      ),
    );
  };
  const stage = of('stage');
  const byHand = new Map(stage.map((entry) => [entry.record, entry]));
  const places = new Map(records().map((record) => [record.id, record]));
  const happened = state.stageSteps.map(({ now, cause, record }): DetailEntry => {
    const { author = '', at = '' } = places.get(record) ?? {};
    return byHand.get(record) ?? { record, author, at, value: now, reason: '', cause, stands: false };
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
  inspectorate: [],
  stage: [],
};
