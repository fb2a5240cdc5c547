import type { EventType, ReadEvent } from './define-event.ts';
import type { Json, PersonId, SignedRecord, Words } from './record.ts';
import { addendumWritten } from './addendum-written.ts';
import { administratorAppointed } from './administrator-appointed.ts';
import { administratorRemoved } from './administrator-removed.ts';
import { attachmentAdded } from './attachment-added.ts';
import { auditBegun } from './audit-begun.ts';
import { bestFitSet } from './best-fit-set.ts';
import { cardCorrected } from './card-corrected.ts';
import { changeReviewed } from './change-reviewed.ts';
import { commentWritten } from './comment-written.ts';
import { comparisonEventTypes } from './comparison-event-types.ts';
import { conflictSettled } from './conflict-settled.ts';
import { contradictionSettled } from './contradiction-settled.ts';
import { copyMade } from './copy-made.ts';
import { contentErased } from './content-erased.ts';
import { descriptorMarked } from './descriptor-marked.ts';
import { detailsSet } from './details-set.ts';
import { deviceCertified } from './device-certified.ts';
import { deviceRevoked } from './device-revoked.ts';
import { draftBegun } from './draft-begun.ts';
import { draftMoved } from './draft-moved.ts';
import { draftRemoved } from './draft-removed.ts';
import { evidenceImported } from './evidence-imported.ts';
import { importUndone } from './import-undone.ts';
import { termAllowed } from './term-allowed.ts';
import { evidenceLinked } from './evidence-linked.ts';
import { evidenceNoted } from './evidence-noted.ts';
import { finalisingEventTypes } from './finalising-event-types.ts';
import { frameworkAdopted } from './framework-adopted.ts';
import { frameworkPublished } from './framework-published.ts';
import { encryptionCertified } from './encryption-certified.ts';
import { moderationEventTypes } from './moderation-event-types.ts';
import { ownershipAccepted } from './ownership-accepted.ts';
import { ownershipPassed } from './ownership-passed.ts';
import { ownershipRecovered } from './ownership-recovered.ts';
import { personIntroduced } from './person-introduced.ts';
import { personVerified } from './person-verified.ts';
import { personVouched } from './person-vouched.ts';
import { programmeBegun } from './programme-begun.ts';
import { questionAnswered } from './question-answered.ts';
import { reasonGiven } from './reason-given.ts';
import { recordAdopted } from './record-adopted.ts';
import { reportImported } from './report-imported.ts';
import { putTogether } from './words-apart.ts';
import { revisionSaved } from './revision-saved.ts';
import { roleGranted } from './role-granted.ts';
import { roleRevoked } from './role-revoked.ts';
import { ruleEventTypes } from './rule-event-types.ts';
import { workspaceFounded } from './workspace-founded.ts';

function table(types: readonly EventType[]): ReadonlyMap<string, EventType> {
  return new Map(types.map((type) => [type.type, type]));
}

/** The kinds of record in a person's log. */
export const personEventTypes = table([
  personIntroduced,
  cardCorrected,
  deviceCertified,
  deviceRevoked,
  encryptionCertified,
  personVerified,
  personVouched,
  frameworkPublished,
]);

/** The kinds of record in a workspace's own log. */
export const workspaceEventTypes = table([
  workspaceFounded,
  administratorAppointed,
  administratorRemoved,
  draftRemoved,
  draftMoved,
]);

/** The kinds of record in an audit's log. */
export const auditEventTypes = table([auditBegun]);

/** The kinds of record in the programme's log. */
export const programmeEventTypes = table([programmeBegun]);

/** The kinds of statement beside the records of a copy. */
export const copyEventTypes = table([copyMade]);

/** The kinds of record in a draft. */
export const draftEventTypes = table([
  draftBegun,
  frameworkAdopted,
  detailsSet,
  reportImported,
  roleGranted,
  roleRevoked,
  ownershipPassed,
  ownershipAccepted,
  ownershipRecovered,
  recordAdopted,
  evidenceNoted,
  addendumWritten,
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

/** Whether a record is of a later version of the envelope or of its kind's body, or of none of the kinds known. */
export function isNewerThan(kinds: ReadonlyMap<string, EventType>, record: SignedRecord): boolean {
  const kind = kinds.get(record.type);
  return record.v !== 1 || kind === undefined || kind.isLater(record);
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
