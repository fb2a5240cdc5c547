import { z } from 'zod';
import { gradeValueSchema } from '../values/grade-value.ts';
import { challengeRaisedBody } from '../moderation/challenge-raised.ts';
import { interestDeclaredBody, type Interest } from '../moderation/interest-declared.ts';
import { interestRecordedBody } from '../moderation/interest-recorded.ts';
import {
  daySchema,
  overSchema,
  personIdSchema,
  recordIdSchema,
  saidSchema,
  slugSchema,
} from '../values/body-parts.ts';
import { areaOutcomeSchema } from '../values/area-outcome.ts';
import type { ArbitrationCase } from '../moderation/arbitration-case.ts';
import type { GradedParagraph } from '../moderation/graded-text.ts';
import { gradeAnswerSchema, lodgedEntrySchema, type LodgedEntry } from '../moderation/lodged-grades.ts';
import type { PersonId } from '../records/record.ts';
import { channel } from './channel.ts';
import type { OwnAnswers } from './lodging-views.ts';
import type { SavedView } from './views.ts';

const draft = recordIdSchema;
const inRound = z.strictObject({ draft, round: recordIdSchema });
const inArea = inRound.extend({ area: slugSchema });
/** What a holder changes of an open round; null and empty lists leave what they name. */
export const amendment = inRound.extend({
  due: daySchema.nullable(),
  added: z.array(personIdSchema).max(40),
  excused: z.array(personIdSchema).max(40),
  unproven: z.enum(['shown', 'hidden']).nullable(),
  reason: saidSchema.max(4000),
});
const answers = z.array(lodgedEntrySchema).max(60);

/** What stands on somebody's card about the provider of a draft, as an interest in its inspection. */
export interface CardInterests {
  readonly person: PersonId;
  readonly interests: readonly Interest[];
}

/** The panel: rounds of independent grades, their reveal, challenges, outcomes. */
export const moderationChannels = {
  /** Everything one has to declare beside one's card; an empty list declares that there is nothing else. */
  declareInterests: channel(interestDeclaredBody.extend({ draft })).gives<SavedView>(),
  /** What the chair or a deputy records of another's interests; an empty list takes it back. */
  recordInterests: channel(interestRecordedBody.extend({ draft })).gives<SavedView>(),
  interestsOnCards: channel(z.strictObject({ draft })).gives<readonly CardInterests[]>(),
  /** The caller chairs it. Areas are put into the order in which the framework has them judged. */
  openRound: channel(
    z.strictObject({
      draft,
      revision: recordIdSchema,
      areas: z.array(slugSchema).min(1).max(60),
      participants: z.array(personIdSchema).min(1).max(40),
      deputies: z.array(personIdSchema).min(1).max(9),
      quorum: z.int().min(1).max(40),
      due: daySchema.nullable(),
      /** Why members see the provisional grades; null hides these from them. */
      provisionalShown: saidSchema.nullable(),
    }),
  ).gives<SavedView>(),
  showProvisional: channel(inRound.extend({ reason: saidSchema })).gives<SavedView>(),
  declareAbsence: channel(inRound.extend({ reason: saidSchema.max(4000) })).gives<SavedView>(),
  /** The paragraphs of the revision that a round grades. */
  readGradedText: channel(inRound).gives<readonly GradedParagraph[]>(),
  /** One's own grades as typed or as lodged last, from this computer's encrypted journal. */
  readOwnGrades: channel(inRound).gives<OwnAnswers<LodgedEntry>>(),
  /** Keeps what is typed, encrypted, on this computer; refused where a whole is graded before its parts. */
  keepOwnGrades: channel(inRound.extend({ answers })).gives<{ at: string }>(),
  /** Lodges what is given for all areas of the round as one packet. */
  lodgeGrades: channel(inRound.extend({ answers: answers.min(1) })).gives<SavedView & { n: number }>(),
  /** Changes an open round: its day, its members, its second line of figures. */
  amendRound: channel(amendment).gives<SavedView>(),
  /** Reveals. A reason is needed where not everybody has lodged or cannot attend. */
  closeRound: channel(inRound.extend({ reason: saidSchema.nullable() })).gives<SavedView>(),
  abandonRound: channel(inRound.extend({ reason: saidSchema })).gives<SavedView>(),

  raiseChallenge: channel(challengeRaisedBody.extend({ draft })).gives<SavedView>(),
  answerChallenge: channel(
    z.strictObject({ draft, challenge: recordIdSchema, answer: saidSchema.max(8000) }),
  ).gives<SavedView>(),
  /** Whoever raised it says that an answer settles it. */
  acceptAnswer: channel(
    z.strictObject({ draft, challenge: recordIdSchema, answer: recordIdSchema }),
  ).gives<SavedView>(),
  withdrawChallenge: channel(
    z.strictObject({ draft, challenge: recordIdSchema, reason: saidSchema.max(8000) }),
  ).gives<SavedView>(),

  reconsiderGrade: channel(
    inArea.extend({ answer: gradeAnswerSchema, reason: saidSchema.max(8000) }),
  ).gives<SavedView>(),
  recordDissent: channel(
    inArea.extend({ grade: gradeValueSchema.nullable(), text: saidSchema.max(8000) }),
  ).gives<SavedView>(),
  decideOutcome: channel(inArea.extend({ outcome: areaOutcomeSchema, over: overSchema })).gives<SavedView>(),
  /** A holder asks an arbiter to decide an area of a revealed round that the panel cannot. */
  askArbiter: channel(
    inArea.extend({ arbiter: personIdSchema, reason: saidSchema.max(8000) }),
  ).gives<SavedView>(),
  /** What the caller was asked to decide as arbiter and did not decide yet, without names. */
  readArbitrations: channel(z.strictObject({ draft })).gives<readonly ArbitrationCase[]>(),
  decideAsArbiter: channel(
    z.strictObject({
      draft,
      asked: recordIdSchema,
      agreed: gradeValueSchema,
      reason: saidSchema.max(8000),
    }),
  ).gives<SavedView>(),
  /** Puts the agreed grades of these areas, which are all that the draft has otherwise, into it as one revision. */
  applyAgreedGrades: channel(
    z.strictObject({ draft, areas: z.array(slugSchema).min(1).max(60), reason: saidSchema }),
  ).gives<SavedView>(),
  /** The team says what became of a point that the panel gave back. */
  answerPoint: channel(
    z.strictObject({
      draft,
      outcome: recordIdSchema,
      point: z.int().min(0).max(60),
      answer: saidSchema.max(8000),
    }),
  ).gives<SavedView>(),
  /** The note of a round's meeting as a document. */
  exportMeetingNote: channel(inRound.extend({ format: z.enum(['docx', 'pdf', 'html', 'md']) })).gives<{
    name: string;
  } | null>(),
};
