import { accuracyAnswered } from '../accuracy/accuracy-answered.ts';
import { accuracyField } from '../accuracy/accuracy-fields.ts';
import { detailField } from '../draft/detail-fields.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';
import { linkField, markField } from '../evidence/evidence-fields.ts';
import { notedField } from '../evidence/noted-fields.ts';
import { judgmentApproved, undeclaredRule, unverifiedRule } from '../finalising/judgment-approved.ts';
import { commentReplied } from '../draft/comment-replied.ts';
import { commentWritten } from '../draft/comment-written.ts';
import { roundClosed } from '../lodging/round-closed.ts';
import { interestDeclared } from '../moderation/interest-declared.ts';
import { interestRecorded } from '../moderation/interest-recorded.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { arbiterAsked } from '../moderation/arbiter-asked.ts';
import { arbiterDecided } from '../moderation/arbiter-decided.ts';
import { dissentRecorded } from '../moderation/dissent-recorded.ts';
import { outcomeDecided } from '../moderation/outcome-decided.ts';
import { judgmentReopened } from '../finalising/judgment-reopened.ts';
import { reasonGiven } from '../framework/reason-given.ts';
import { factField, frameworkField, reasonField } from '../framework/rule-fields.ts';
import { outcomeField } from '../moderation/moderation-fields.ts';
import { ofKinds, type FoldContext, type FoldStep } from '../records/fold-step.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import { draftEventTypes } from './event-types.ts';
import { fieldCalled } from './fields.ts';
import { rightsOf } from './rights.ts';

/** Stands among the names of changed fields where the judgment was reopened since. */
export const reopenedSince = 'reopened';

/** What a reason may rest on beside fields, each by the name that stands for it among those of changed fields. */
export const besideFields = {
  comments: 'comments',
  interests: 'interests',
  signatories: 'signatories',
  grading: 'grading',
  /** Somebody saved their first revision, or approved for the first time. */
  judges: 'judges',
} as const;

/** Which of it a record changes; approvals and answers look at none of it. */
const besideKinds: ReadonlyMap<string, string> = new Map([
  [commentWritten.type, besideFields.comments],
  [commentReplied.type, besideFields.comments],
  [interestDeclared.type, besideFields.interests],
  [interestRecorded.type, besideFields.interests],
  [judgmentApproved.type, besideFields.signatories],
  [roundClosed.type, besideFields.grading],
  [outcomeDecided.type, besideFields.grading],
  [dissentRecorded.type, besideFields.grading],
  [arbiterAsked.type, besideFields.grading],
  [arbiterDecided.type, besideFields.grading],
]);

/**
 * By reason, approval and answer to the provider, the names of what was written since and unknown to it, sorted; of links
 * and marks under one criterion only the first. One that nothing was written since is absent.
 */
export type ChangedSince = { readonly [record: RecordId]: readonly string[] };

const lookedAt = [
  narrativeField,
  gradeField,
  improvementsField,
  pointsField,
  linkField,
  notedField,
  markField,
  factField,
  reasonField,
  frameworkField,
  outcomeField,
  accuracyField,
];
const rests = ofKinds(reasonGiven, judgmentApproved, accuracyAnswered, judgmentReopened);

/** Whether a person who gives a reason or approves looks at a field; where the draft stands and its publication are no part of it. */
function isLookedAt(name: string): boolean {
  const detail = detailField.partsOf(name)?.name;
  return detail === undefined
    ? lookedAt.some((field) => field.is(name))
    : detail !== 'stage' && detail !== 'published';
}

const makesAJudge: ReadonlySet<string> = new Set([revisionSaved.type, judgmentApproved.type]);

/** A reason that speaks of who approves is no part of what they approve: else neither could come before the other. */
function isOfApprovers(name: string): boolean {
  const rule = reasonField.partsOf(name)?.rule;
  return rule === unverifiedRule || rule === undeclaredRule;
}

/** What a record writes that people look at; whoever gives a reason also looks at what stands beside fields. */
function writtenIn(entry: GraphRecord, isFirst: boolean): Written {
  const { record, event } = entry;
  if (record.type === judgmentReopened.type) return { fields: [reopenedSince], beside: [] };
  const fields = (event?.writes ?? []).flatMap(({ field }) => (isLookedAt(field) ? [field] : []));
  const kind = besideKinds.get(record.type);
  return {
    fields,
    beside: [...(kind === undefined ? [] : [kind]), ...(isFirst ? [besideFields.judges] : [])],
  };
}

interface Written {
  readonly fields: readonly string[];
  readonly beside: readonly string[];
}

/** What of it somebody looks at who gives a reason, or who approves or answers. */
function namesFor({ record: { type } }: GraphRecord, { fields, beside }: Written): readonly string[] {
  if (type === reasonGiven.type) return [...fields, ...beside];
  if (type === judgmentReopened.type)
    return fields.filter((name) => name !== reopenedSince && !reasonField.is(name));
  return fields.filter((name) => !isOfApprovers(name));
}

/** One name for all links, and for all marks, under one criterion: so many stand that each by itself would be too much. */
function groupOf(name: string): string {
  const field = fieldCalled(name);
  return field === null || field.criterion === null ? name : `${field.kind} ${field.criterion}`;
}

interface Resting {
  readonly entry: GraphRecord;
  /** By what they are grouped as. */
  readonly changed: Map<string, string>;
  /** How many writes were held against it. */
  seen: number;
}

/**
 * Folds what was written since each reason, approval and answer. A write counts as seen where it is an ancestor: what a
 * person knew is what their record stands on, whatever their clock said, so that nothing need be told in its body.
 */
export function changedSinceStep(): FoldStep<ChangedSince> {
  const writes: { readonly record: RecordId; readonly written: Written }[] = [];
  const judges = new Set<PersonId>();
  const resting: Resting[] = [];
  let known: ChangedSince = {};
  return {
    add: (entry) => {
      if (rests(entry)) resting.push({ entry, changed: new Map(), seen: 0 });
      const { id, type, author } = entry.record;
      const isFirst = makesAJudge.has(type) && !judges.has(author);
      if (isFirst) judges.add(author);
      const written = writtenIn(entry, isFirst);
      if (written.fields.length + written.beside.length > 0) writes.push({ record: id, written });
    },
    read: ({ graph }: FoldContext) => {
      let isNew = false;
      for (const each of resting) {
        const { id } = each.entry.record;
        for (const write of writes.slice(each.seen)) {
          if (write.record === id || graph.isAncestor(write.record, id)) continue;
          for (const name of namesFor(each.entry, write.written)) {
            const group = groupOf(name);
            if (each.changed.has(group)) continue;
            each.changed.set(group, name);
            isNew = true;
          }
        }
        each.seen = writes.length;
      }
      if (isNew)
        known = Object.fromEntries(
          resting.flatMap(({ entry, changed }) =>
            changed.size === 0 ? [] : [[entry.record.id, [...changed.values()].sort()]],
          ),
        );
      return known;
    },
  };
}

/**
 * The same with what was set aside later: a write that counted for whoever gave a reason, by a person or device that they
 * could not know would lose its right, is a value that they saw and that no longer stands.
 */
export function withSetAside(
  changed: ChangedSince,
  graph: RecordGraph,
  setAside: ReadonlyMap<RecordId, string>,
): ChangedSince {
  const apart = [...setAside.keys()].flatMap((id) => {
    const entry = graph.get(id);
    return entry === undefined ? [] : [entry];
  });
  if (apart.length === 0) return changed;
  const more = graph.entries.flatMap((entry): [RecordId, readonly string[]][] => {
    const { id } = entry.record;
    if (!rests(entry) || setAside.has(id)) return [];
    const seen = apart.filter(({ record }) => graph.isAncestor(record.id, id));
    if (seen.length === 0) return [];
    const past = rightsOf(new RecordGraph(graph.draft, graph.upTo([id]), draftEventTypes)).setAside;
    const lost = seen
      .filter(({ record }) => !past.has(record.id))
      .flatMap((write) => namesFor(entry, writtenIn(write, false)));
    return lost.length === 0 ? [] : [[id, [...new Set([...(changed[id] ?? []), ...lost])].sort()]];
  });
  return more.length === 0 ? changed : { ...changed, ...Object.fromEntries(more) };
}
