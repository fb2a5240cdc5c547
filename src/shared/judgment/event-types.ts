import { personEventTypes } from '../people/person-event-types.ts';
import { auditEventTypes } from '../audits/audit-event-types.ts';
import { programmeEventTypes, workspaceEventTypes } from '../workspace/workspace-event-types.ts';
import { tableOfKinds, type EventType, type ReadEvent } from '../records/define-event.ts';
import type { Json, PersonId, SignedRecord, Words } from '../records/record.ts';
import { addendumWritten } from '../evidence/addendum-written.ts';
import { attachmentAdded } from '../evidence/attachment-added.ts';
import { bestFitSet } from '../evidence/best-fit-set.ts';
import { changeReviewed } from '../draft/change-reviewed.ts';
import { commentReplied } from '../draft/comment-replied.ts';
import { commentResolved } from '../draft/comment-resolved.ts';
import { commentWritten } from '../draft/comment-written.ts';
import { comparisonEventTypes } from './comparison-event-types.ts';
import { conflictSettled } from '../draft/conflict-settled.ts';
import { contradictionSettled } from '../evidence/contradiction-settled.ts';
import { copyMade } from '../draft/copy-made.ts';
import { contentErased } from '../draft/content-erased.ts';
import { descriptorMarked } from '../evidence/descriptor-marked.ts';
import { detailsSet } from '../draft/details-set.ts';
import { draftShelved } from '../draft/draft-shelved.ts';
import { draftBegun } from '../draft/draft-begun.ts';
import { evidenceImported } from '../evidence/evidence-imported.ts';
import { importUndone } from '../evidence/import-undone.ts';
import { noteCorrected } from '../evidence/note-corrected.ts';
import { termAllowed } from '../evidence/term-allowed.ts';
import { evidenceLinked } from '../evidence/evidence-linked.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';
import { finalisingEventTypes } from './finalising-event-types.ts';
import { frameworkAdopted } from '../framework/framework-adopted.ts';
import { moderationEventTypes } from './moderation-event-types.ts';
import { ownershipAccepted } from '../people/ownership-accepted.ts';
import { ownershipPassed } from '../people/ownership-passed.ts';
import { ownershipRecovered } from '../people/ownership-recovered.ts';
import { questionAnswered } from '../draft/question-answered.ts';
import { reasonGiven } from '../framework/reason-given.ts';
import { recordAdopted } from '../people/record-adopted.ts';
import { reportImported } from '../draft/report-imported.ts';
import { putTogether } from '../records/words-apart.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { roleGranted } from '../people/role-granted.ts';
import { roleRevoked } from '../people/role-revoked.ts';
import { clockPaused } from '../clocks/clock-paused.ts';
import { clockResumed } from '../clocks/clock-resumed.ts';
import { factRecorded } from '../framework/fact-recorded.ts';
import { frameworkMoved } from '../framework/framework-moved.ts';
import { momentRecorded } from '../clocks/moment-recorded.ts';

/** The kinds of record about rules and clocks. */
const ruleEventTypes: readonly EventType[] = [
  factRecorded,
  momentRecorded,
  clockPaused,
  clockResumed,
  frameworkMoved,
];

/** The kinds of statement beside the records of a copy. */
const copyEventTypes = tableOfKinds([copyMade]);

/** The kinds of record in a draft. */
export const draftEventTypes = tableOfKinds([
  draftBegun,
  frameworkAdopted,
  detailsSet,
  draftShelved,
  reportImported,
  roleGranted,
  roleRevoked,
  ownershipPassed,
  ownershipAccepted,
  ownershipRecovered,
  recordAdopted,
  evidenceNoted,
  addendumWritten,
  noteCorrected,
  attachmentAdded,
  evidenceImported,
  importUndone,
  evidenceLinked,
  contradictionSettled,
  conflictSettled,
  termAllowed,
  descriptorMarked,
  bestFitSet,
  revisionSaved,
  reasonGiven,
  questionAnswered,
  changeReviewed,
  commentWritten,
  commentReplied,
  commentResolved,
  ...finalisingEventTypes,
  contentErased,
  ...moderationEventTypes,
  ...comparisonEventTypes,
  ...ruleEventTypes,
]);

/** Every kind of record by its name, of whatever kind of log. */
export const everyEventType: ReadonlyMap<string, EventType> = new Map(
  [
    draftEventTypes,
    personEventTypes,
    workspaceEventTypes,
    auditEventTypes,
    programmeEventTypes,
    copyEventTypes,
  ].flatMap((kinds) => [...kinds]),
);

/** A kind of record by its name, of whatever kind of log; undefined where this version does not know it. */
export function kindCalled(type: string): EventType | undefined {
  return everyEventType.get(type);
}

/** Whether the words of a draft's records of a kind may be erased; those of kinds that this version does not know may not. */
export function isErasable(type: string): boolean {
  return (draftEventTypes.get(type)?.erasable ?? null) !== null;
}

/** What a record of a kind with this body would say; null where the body is not of the kind's shape. */
export function saidIn(
  type: string,
  body: Json,
  author: PersonId,
): { readonly facts: Json; readonly words: Words; readonly read: ReadEvent } | null {
  const kind = kindCalled(type);
  if (kind === undefined) return null;
  const apart = kind.apart(body);
  const read = kind.read({ type, author, ...apart });
  return read === null ? null : { ...apart, read };
}

/** What a whole record holds, facts and words put together; null where it is not whole or of no kind known here. */
export function bodyOf({ type, facts, words }: SignedRecord): Json | null {
  const kind = kindCalled(type);
  if (kind === undefined || facts === undefined || words === undefined) return null;
  return putTogether(facts, words, kind.words);
}
