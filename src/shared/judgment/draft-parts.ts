import { accuracyReceived } from '../accuracy/accuracy-received.ts';
import { accuracySent } from '../accuracy/accuracy-sent.ts';
import { clockPaused } from '../clocks/clock-paused.ts';
import { commentReplied } from '../draft/comment-replied.ts';
import { commentResolved } from '../draft/comment-resolved.ts';
import { commentWritten } from '../draft/comment-written.ts';
import { foldComments } from '../draft/fold-comments.ts';
import { comparisonEventTypes } from './comparison-event-types.ts';
import { evidenceImported } from '../evidence/evidence-imported.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';
import { importUndone } from '../evidence/import-undone.ts';
import { judgmentApproved } from '../finalising/judgment-approved.ts';
import { judgmentReopened } from '../finalising/judgment-reopened.ts';
import { moderationEventTypes } from './moderation-event-types.ts';
import type { PersonId } from '../records/record.ts';
import { reopeningProposed } from '../finalising/reopening-proposed.ts';
import { reportImported } from '../draft/report-imported.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { roleGranted } from '../people/role-granted.ts';
import { sealTimeStamped } from '../finalising/seal-time-stamped.ts';
import { foldAccuracy } from '../accuracy/fold-accuracy.ts';
import { accuracyField } from '../accuracy/accuracy-fields.ts';
import { resumedField, momentField } from '../clocks/clock-fields.ts';
import { changedSinceStep } from './changed-since.ts';
import { approvableOf, foldApprovals } from './fold-approvals.ts';
import type { SealTimeStamp } from '../finalising/finalising-state.ts';
import { foldReopenings } from '../finalising/fold-reopenings.ts';
import { foldModeration } from '../moderation/fold-moderation.ts';
import { reliedOn } from './relied-on.ts';
import { outcomeField } from '../moderation/moderation-fields.ts';
import { isNewer } from './draft-notices.ts';
import type { Revision, ImportedReport } from './draft-state.ts';
import { fields } from './fields.ts';
import { linksStep } from './fold-evidence.ts';
import { notesStep } from './fold-notes.ts';
import { ofKinds, stepOver, type FoldContext, type FoldStep } from '../records/fold-step.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { OpenValuesFold, type OpenValues } from '../records/open-values.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import { isOfStage, stageSteps } from './stage-standing.ts';
import type { EvidenceImport } from '../evidence/evidence-state.ts';
import type { ClockPause } from '../clocks/clock-pause.ts';
import { settled } from '../records/settled.ts';

/** The parts of a draft that rest on what counts of it: under a standing seal, on what that covers. */
function partsOfJudgment() {
  const judged = fields.filter(({ isJudged }) => isJudged);
  const notes = notesStep();
  return {
    notes,
    links: linksStep(notes),
    comments: stepOver({
      isOf: ofKinds(commentWritten, commentReplied, commentResolved),
      fold: (entries, { graph }) => foldComments(entries, graph),
    }),
    imports: stepOver({ isOf: ofKinds(reportImported), fold: foldImports }),
    evidenceImports: stepOver({ isOf: ofKinds(evidenceImported, importUndone), fold: foldEvidenceImports }),
    revisions: stepOver({ isOf: ofKinds(revisionSaved), fold: foldRevisions }),
    pauses: stepOver({
      isOf: ofKinds(clockPaused),
      restsOn: (values) => [values.ofKind(resumedField.kind)],
      fold: (entries, { values }) => foldPauses(entries, values),
    }),
    stageSteps: stepOver({
      isOf: isOfStage,
      restsOn: (values) => [values.ofKind(momentField.kind)],
      fold: (entries, { graph, values }) => stageSteps(graph, entries, values),
    }),
    moderation: stepOver({
      isOf: either(ofKinds(...moderationEventTypes, ...comparisonEventTypes), writesGrade),
      restsOn: (values) => [values.ofKind(outcomeField.kind)],
      fold: (entries, { graph, values, owner }) =>
        foldModeration(graph, entries, reliedOn(graph, entries), values, owner),
    }),
    accuracy: stepOver({
      isOf: either(ofKinds(accuracySent, accuracyReceived, roleGranted, revisionSaved), firstNoteOfEach()),
      restsOn: (values) => [accuracyField, ...judged].map(({ kind }) => values.ofKind(kind)),
      fold: (entries, { graph, values }) => foldAccuracy(graph, entries, values),
    }),
    approvals: stepOver({
      isOf: ofKinds(judgmentApproved, revisionSaved),
      restsOn: (values) => judged.map(({ kind }) => values.ofKind(kind)),
      fold: (entries, { values }) => {
        const approvable = approvableOf(values);
        return { approvable, approvals: foldApprovals(entries, approvable) };
      },
    }),
    changedSince: changedSinceStep(),
  };
}

/** The parts that speak of the seal, and so rest on what came after it too. */
function partsBesideSeal() {
  return {
    proposals: stepOver({ isOf: ofKinds(reopeningProposed, judgmentReopened), fold: foldReopenings }),
    timeStamps: stepOver({ isOf: ofKinds(sealTimeStamped), fold: foldTimeStamps }),
  };
}

type Read<P> = { readonly [name in keyof P]: P[name] extends FoldStep<infer T> ? T : never };

/** What the counted records of a draft come to, part by part. */
type PartsRead = Read<ReturnType<typeof partsOfJudgment>> &
  Read<ReturnType<typeof partsBesideSeal>> & {
    readonly values: OpenValues;
    /** Names of the fields with several open values. */
    readonly contested: readonly string[];
  };

/** A draft's parts, folded record by record. What was read stays as it was, whatever is added later. */
export class DraftParts {
  readonly #values = new OpenValuesFold();
  readonly #ofJudgment = partsOfJudgment();
  readonly #besideSeal = partsBesideSeal();
  #isNewer = false;

  /** Whether a record of a newer version or an unknown kind counts. */
  get isNewer(): boolean {
    return this.#isNewer;
  }

  /** Takes the next record on which the judgment rests. */
  add(entry: GraphRecord): void {
    this.#values.add(entry);
    for (const step of Object.values(this.#ofJudgment)) step.add(entry);
  }

  /** Takes the next record that counts, whether or not a standing seal covers it. */
  addBesideSeal(entry: GraphRecord): void {
    this.#isNewer ||= isNewer(entry.record);
    for (const step of Object.values(this.#besideSeal)) step.add(entry);
  }

  /** What they come to now. */
  read(graph: RecordGraph, owner: PersonId): PartsRead {
    const context: FoldContext = { graph, owner, values: this.#values.read() };
    const { proposals, timeStamps } = this.#besideSeal;
    const parts = this.#ofJudgment;
    return {
      values: context.values,
      contested: this.#values.contested(),
      notes: parts.notes.read(context),
      links: parts.links.read(context),
      comments: parts.comments.read(context),
      imports: parts.imports.read(context),
      evidenceImports: parts.evidenceImports.read(context),
      revisions: parts.revisions.read(context),
      pauses: parts.pauses.read(context),
      stageSteps: parts.stageSteps.read(context),
      moderation: parts.moderation.read(context),
      accuracy: parts.accuracy.read(context),
      approvals: parts.approvals.read(context),
      changedSince: parts.changedSince.read(context),
      proposals: proposals.read(context),
      timeStamps: timeStamps.read(context),
    };
  }
}

type IsOf = (entry: GraphRecord) => boolean;

function either(one: IsOf, other: IsOf): IsOf {
  return (entry) => one(entry) || other(entry);
}

function writesGrade({ event }: GraphRecord): boolean {
  return event?.writes.some(({ field }) => gradeField.is(field)) === true;
}

/** Of notes the first of each author: who was on site is told by one as by a thousand. */
function firstNoteOfEach(): IsOf {
  const authors = new Set<PersonId>();
  return ({ record: { type, author } }) => {
    if (type !== evidenceNoted.type || authors.has(author)) return false;
    authors.add(author);
    return true;
  };
}

function foldRevisions(counted: readonly GraphRecord[]): readonly Revision[] {
  return counted.map(({ record, event }, at) => {
    const reason = record.words === undefined ? '' : (revisionSaved.in(record)?.reason ?? '');
    const { id, author, parents } = record;
    const written = (event?.writes ?? []).map((write) => write.field);
    return { id, number: at + 1, author, at: record.at, reason, fields: written, parents };
  });
}

function foldTimeStamps(counted: readonly GraphRecord[]): readonly SealTimeStamp[] {
  return counted.flatMap(({ record }) => {
    const body = sealTimeStamped.in(record);
    if (body === undefined) return [];
    const { seal, time, authority } = body;
    return [{ record: record.id, seal, time, authority }];
  });
}

/** The files of evidence that were imported, in fold order, and which of them were taken back. */
function foldEvidenceImports(counted: readonly GraphRecord[]): readonly EvidenceImport[] {
  const undone = new Set(
    counted.flatMap(({ record }) =>
      record.type === importUndone.type ? (importUndone.in(record)?.import ?? []) : [],
    ),
  );
  return counted.flatMap(({ record }): EvidenceImport[] => {
    if (record.type !== evidenceImported.type) return [];
    const body = evidenceImported.in(record);
    if (body === undefined) return [];
    const { id, author, at } = record;
    return [{ record: id, author, at, file: body.file, rows: body.rows, undone: undone.has(id) }];
  });
}

/** The reports a draft was made from, in fold order; erased ones are gone. */
function foldImports(counted: readonly GraphRecord[]): readonly ImportedReport[] {
  return counted.flatMap(({ record }): ImportedReport[] => {
    if (record.type !== reportImported.type || record.words === undefined) return [];
    const report = reportImported.in(record);
    return report === undefined ? [] : [{ record: record.id, at: record.at, author: record.author, report }];
  });
}

/** The pauses of a draft's clocks in fold order. */
function foldPauses(counted: readonly GraphRecord[], values: OpenValues): readonly ClockPause[] {
  return counted.flatMap(({ record }): ClockPause[] => {
    if (record.type !== clockPaused.type) return [];
    const body = clockPaused.in(record);
    if (body === undefined) return [];
    const resumed = resumedField.of(values, { pause: record.id });
    const resumedBy = resumed.map((write) => write.record);
    return [{ id: record.id, author: record.author, ...body, resumed: settled(resumed), resumedBy }];
  });
}
