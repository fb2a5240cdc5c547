import { draftShelvedBody } from '../draft/draft-shelved.ts';
import { z } from 'zod';
import { reasonGivenBody } from '../framework/reason-given.ts';
import { changeReviewedBody } from '../draft/change-reviewed.ts';
import { questionAnsweredBody } from '../draft/question-answered.ts';
import { recordAdoptedBody } from '../people/record-adopted.ts';
import { ownershipPassedBody } from '../people/ownership-passed.ts';
import { roleRevokedBody } from '../people/role-revoked.ts';
import { roleGrantedBody } from '../people/role-granted.ts';
import { commentRepliedBody } from '../draft/comment-replied.ts';
import { commentResolvedBody } from '../draft/comment-resolved.ts';
import { commentWrittenBody } from '../draft/comment-written.ts';
import { gradeValueSchema } from '../values/grade-value.ts';
import { detailNames } from '../draft/detail-names.ts';
import { improvementSchema } from '../values/improvement.ts';
import { overSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { DraftFollowed } from './draft-followed.ts';
import type {
  DetailsView,
  DraftView,
  NarrativeMergeView,
  SuccessiveInspectionsView,
  RevisionComparisonView,
  SavedView,
} from './views.ts';

const draft = recordIdSchema;
const inDraft = z.strictObject({ draft });
const inSlot = inDraft.extend({ slot: z.enum(['text', 'note']).optional() });
/** A form of a draft, and what it is about where it may be about several things. */
const inForm = inDraft.extend({ slot: z.string().regex(/^[a-z][a-z0-9-]{0,119}$/) });

/** What typed words stand on: who writes them, and when the entry was written that was read or written there last. */
const standing = z.strictObject({ writer: z.string().max(64), over: z.string().max(64).nullable() });

/** Everything done in one draft. Writes answer with the id of the record that now lies on disk. */
export const draftChannels = {
  openDraft: channel(inDraft).gives<DraftView>(),
  /** The same, of which only what changed is told where `since` is the state that this window was sent last. */
  followDraft: channel(inDraft.extend({ since: z.int().min(0) })).gives<DraftFollowed>(),
  /** Archives or withdraws a draft, or puts it back into the list. */
  shelveDraft: channel(draftShelvedBody.omit({ over: true }).extend({ draft })).gives<SavedView>(),
  readDetails: channel(inDraft).gives<DetailsView>(),
  /** `reason` says why a stage is set by hand, or why a detail stands that something speaks against. */
  setDetails: channel(
    z.strictObject({
      draft,
      writes: z
        .array(z.strictObject({ name: z.enum(detailNames), value: z.string().max(300), over: overSchema }))
        .min(1)
        .max(20),
      reason: saidSchema.max(2000).nullable(),
    }),
  ).gives<SavedView>(),

  grantRole: channel(roleGrantedBody.extend({ draft })).gives<SavedView>(),
  revokeRole: channel(roleRevokedBody.extend({ draft })).gives<SavedView>(),
  passOwnership: channel(ownershipPassedBody.extend({ draft })).gives<SavedView>(),
  acceptOwnership: channel(z.strictObject({ draft, passed: recordIdSchema })).gives<SavedView>(),
  recoverOwnership: channel(z.strictObject({ draft, reason: saidSchema })).gives<SavedView>(),
  adoptRecords: channel(recordAdoptedBody.extend({ draft })).gives<SavedView>(),

  /**
   * `slot` tells a note that is being written from the draft's text. Where `standing` is said, what somebody else wrote
   * there since, in another window, is not written over: it is refused.
   */
  readJournal: channel(inSlot).gives<{ at: string; content: string } | null>(),
  writeJournal: channel(
    inSlot.extend({ content: z.string().max(4_000_000), standing: standing.optional() }),
  ).gives<{
    at: string;
  }>(),
  clearJournal: channel(inSlot).gives<null>(),
  /** What is written in a form, kept encrypted until it is saved: it may be of a round whose grades nobody sees yet. */
  readWords: channel(inForm).gives<{ at: string; text: string } | null>(),
  keepWords: channel(inForm.extend({ text: z.string().max(600_000), standing: standing.optional() })).gives<{
    at: string;
  }>(),
  clearWords: channel(inForm).gives<null>(),

  /** Saves what changed. Each write names in `over` the open values its author saw; the journal is cleared after. */
  saveRevision: channel(
    z.strictObject({
      draft,
      reason: saidSchema,
      narratives: z.array(
        z.strictObject({ section: slugSchema, text: z.string().max(600_000), over: overSchema }),
      ),
      grades: z.array(z.strictObject({ area: slugSchema, value: gradeValueSchema, over: overSchema })),
      improvements: z.strictObject({ points: z.array(improvementSchema), over: overSchema }).nullable(),
      /** Strengths and other lists of points, by section. */
      lists: z
        .array(z.strictObject({ section: slugSchema, points: z.array(improvementSchema), over: overSchema }))
        .max(20)
        .optional(),
    }),
  ).gives<SavedView>(),
  /** Saves the text, grades and points of an earlier revision as a new one; what is typed stays. */
  restoreRevision: channel(
    z.strictObject({ draft, revision: recordIdSchema, reason: saidSchema }),
  ).gives<SavedView>(),
  /** `before` null compares with the empty draft; `after` null with the draft as it stands. */
  compareRevisions: channel(
    z.strictObject({ draft, before: recordIdSchema.nullable(), after: recordIdSchema.nullable() }),
  ).gives<RevisionComparisonView>(),
  /** Every inspection in the workspace of the provider that this draft is about. */
  successiveInspections: channel(inDraft).gives<SuccessiveInspectionsView>(),
  exportComparison: channel(
    z.strictObject({
      draft,
      before: recordIdSchema.nullable(),
      after: recordIdSchema.nullable(),
      format: z.enum(['html', 'docx']),
    }),
  ).gives<{ name: string } | null>(),
  /** Merges the two open texts of a narrative over what both were written over; nothing is saved. */
  mergeNarrative: channel(z.strictObject({ draft, section: slugSchema })).gives<NarrativeMergeView>(),
  /** Settles a field with more than one open value by keeping one of them. Writing anew goes through its own call. */
  settleField: channel(
    z.strictObject({ draft, field: z.string().max(300), keep: recordIdSchema, reason: saidSchema }),
  ).gives<SavedView>(),

  answerFlag: channel(questionAnsweredBody.extend({ draft })).gives<SavedView>(),
  reviewChange: channel(changeReviewedBody.extend({ draft })).gives<SavedView>(),
  writeComment: channel(commentWrittenBody.extend({ draft })).gives<SavedView>(),
  replyToComment: channel(commentRepliedBody.extend({ draft })).gives<SavedView>(),
  resolveComment: channel(commentResolvedBody.extend({ draft })).gives<SavedView>(),
  giveReason: channel(reasonGivenBody.extend({ draft })).gives<SavedView>(),
  withdrawSeal: channel(
    z.strictObject({ draft, seal: recordIdSchema, reason: saidSchema }),
  ).gives<SavedView>(),
  eraseContent: channel(
    z.strictObject({
      draft,
      records: z.array(recordIdSchema).min(1).max(200),
      reason: saidSchema,
      rule: saidSchema,
    }),
  ).gives<SavedView>(),
  /** The job "export": it says how far it is and can be cancelled. "judgment" is all records, whatever the document. */
  exportDraft: channel(
    z.strictObject({
      draft,
      format: z.enum(['docx', 'pdf', 'html', 'md', 'judgment']),
      document: z.enum(['report', 'letter', 'moderation', 'audit', 'evidence', 'pack']).optional(),
    }),
  ).gives<{ name: string } | null>(),
};
