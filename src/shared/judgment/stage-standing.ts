import { draftEventTypes } from './event-types.ts';
import { momentRecorded } from '../clocks/moment-recorded.ts';
import type { RecordId } from '../records/record.ts';
import { stageCalled } from '../draft/detail-words.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import { stages, type Stage, type StageCause, type StageStanding } from '../values/stages.ts';
import { momentField } from '../clocks/clock-fields.ts';
import { detailField } from '../draft/detail-fields.ts';
import { narrativeField } from '../draft/judgment-fields.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { detailsSet } from '../draft/details-set.ts';

/** The least stage at which each moment can have come; publication outside Plumbline is said by hand. */
const atMoment: Readonly<Record<string, Stage>> = {
  'draft-written': 'drafting',
  moderated: 'moderation',
  'draft-sent': 'factual-accuracy',
  'comments-received': 'factual-accuracy',
  'comments-answered': 'factual-accuracy',
};

const momentIn = momentRecorded.in;

function happening(
  { record, event }: GraphRecord,
  values: OpenValues,
): { readonly now: Stage; readonly cause: StageCause } | null {
  if (record.type === momentRecorded.type) {
    const body = momentIn(record);
    const now = body?.day == null ? undefined : atMoment[body.moment];
    const stands = momentField
      .open(values, { moment: body?.moment ?? '' })
      .some((write) => write.record === record);
    return now === undefined || !stands ? null : { now, cause: 'moment' };
  }
  if (record.type === revisionSaved.type) {
    const wrote = event?.writes.some(({ field }) => narrativeField.is(field)) === true;
    return wrote ? { now: 'drafting', cause: 'text-saved' } : null;
  }
  return draftEventTypes.get(record.type)?.stage ?? null;
}

/** The stage that a draft was at for whoever wrote a record: by the last step that they could know of. */
export function stageWhen(
  steps: readonly StageStanding[],
  { isAncestor }: { readonly isAncestor: (ancestor: RecordId, record: RecordId) => boolean },
  record: RecordId,
): Stage {
  return steps.findLast((step) => isAncestor(step.record, record))?.now ?? 'fieldwork';
}

/** A draft that nothing has happened in yet. */
export function begunStage(draft: RecordId): StageStanding {
  return { now: 'fieldwork', cause: 'begun', record: draft };
}

/** Whether a record may move the stage. */
export function isOfStage({ record: { type } }: GraphRecord): boolean {
  return (
    [momentRecorded.type, revisionSaved.type, detailsSet.type].includes(type) ||
    (draftEventTypes.get(type)?.stage ?? null) !== null
  );
}

/**
 * Each step of a draft's stage, in fold order. What a person says holds from there on; what happens afterwards, or
 * without knowing of it, moves the draft onward and never back: a second round does not take it out of the factual
 * accuracy check. Back is said by hand. Where two people said different stages, the later in fold order is taken until
 * somebody settles it.
 */
export function stageSteps(
  graph: RecordGraph,
  counted: readonly GraphRecord[],
  values: OpenValues,
): readonly StageStanding[] {
  const steps: StageStanding[] = [];
  const happened: StageStanding[] = [];
  const moveOnward = (step: StageStanding): void => {
    if (stages.indexOf(step.now) > stages.indexOf(steps.at(-1)?.now ?? 'fieldwork')) steps.push(step);
  };
  for (const entry of counted) {
    const { id } = entry.record;
    const now = entry.record.type === detailsSet.type ? saidIn(entry) : null;
    if (now !== null) {
      steps.push({ now, cause: 'by-hand', record: id });
      for (const step of happened) if (!graph.isAncestor(step.record, id)) moveOnward(step);
      continue;
    }
    const found = happening(entry, values);
    if (found === null) continue;
    const step = { ...found, record: id };
    happened.push(step);
    moveOnward(step);
  }
  return steps;
}

function saidIn({ event }: GraphRecord): Stage | null {
  const [written] = detailField.writtenIn(event?.writes ?? [], { name: 'stage' });
  return stageCalled(written?.value ?? '');
}
