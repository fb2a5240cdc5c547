import { acceptAnswer, answerChallenge, answerPoint, withdrawChallenge } from './challenge-acts.ts';
import { closeRound } from '../lodging/close-round.ts';
import { lodgeOwn } from '../lodging/lodge-own.ts';
import { keepOwn } from '../lodging/own-answers.ts';
import { gradeRounds, readOwnGrades } from './grade-rounds.ts';
import { applyAgreedGrades } from './apply-agreed-grades.ts';
import { askArbiter, decideAsArbiter, readArbitrations } from './arbitration.ts';
import { decideOutcome } from './decide-outcome.ts';
import { exportMeetingNote } from './export-meeting-note.ts';
import { amendRound } from './amend-round.ts';
import { openGradeRound } from './open-round.ts';
import { abandonRound, declareAbsence } from '../lodging/round-acts.ts';
import { declareInterests, interestsOnCards, recordInterests } from './standing-interests.ts';
import { readGradedText } from './read-graded-text.ts';
import { reconsiderGrade, recordDissent, showProvisional } from './grade-round-acts.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { challengeRaised } from '../../../shared/moderation/challenge-raised.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** What can be done in moderation, one for every channel of its. */
export const moderationServices = {
  declareInterests,
  recordInterests,
  interestsOnCards,
  openRound: openGradeRound,
  showProvisional,
  declareAbsence: (scope: Scope, input: CallInput<'declareAbsence'>): Promise<Result<SavedView, CallError>> =>
    declareAbsence(scope, gradeRounds.log, input),
  readGradedText,
  readOwnGrades,
  keepOwnGrades: (
    scope: Scope,
    input: CallInput<'keepOwnGrades'>,
  ): Promise<Result<{ at: string }, CallError>> => keepOwn(scope, gradeRounds, input),
  lodgeGrades: (
    scope: Scope,
    input: CallInput<'lodgeGrades'>,
  ): Promise<Result<SavedView & { n: number }, CallError>> => lodgeOwn(scope, gradeRounds, input),
  amendRound: (scope: Scope, input: CallInput<'amendRound'>): Promise<Result<SavedView, CallError>> =>
    amendRound(scope, gradeRounds.log, input),
  closeRound: (scope: Scope, input: CallInput<'closeRound'>): Promise<Result<SavedView, CallError>> =>
    closeRound(scope, gradeRounds, input),
  abandonRound: (scope: Scope, input: CallInput<'abandonRound'>): Promise<Result<SavedView, CallError>> =>
    abandonRound(scope, gradeRounds.log, input),
  raiseChallenge: (
    scope: Scope,
    { draft, ...body }: CallInput<'raiseChallenge'>,
  ): Promise<Result<SavedView, CallError>> =>
    writeRecord(scope, draft, () => done(challengeRaised.write(body))),
  answerChallenge,
  acceptAnswer,
  withdrawChallenge,
  reconsiderGrade,
  recordDissent,
  decideOutcome,
  askArbiter,
  readArbitrations,
  decideAsArbiter,
  applyAgreedGrades,
  answerPoint,
  exportMeetingNote,
};
