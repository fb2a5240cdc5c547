import { answerChallenge, answerPoint, withdrawChallenge } from './challenge-acts.ts';
import { closeRound } from './close-round.ts';
import { decideOutcome } from './decide-outcome.ts';
import { exportMeetingNote } from './export-meeting-note.ts';
import { lodgeGrades } from './lodge-grades.ts';
import { openRound } from './open-round.ts';
import { keepOwnGrades, readOwnGrades } from './own-grades.ts';
import {
  abandonRound,
  declareAbsence,
  reconsiderGrade,
  recordDissent,
  showProvisional,
} from './round-acts.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { challengeRaised } from '../../../shared/moderation/challenge-raised.ts';
import { interestDeclared } from '../../../shared/moderation/interest-declared.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** The services of the panel, one for every channel of its. */
export const panelServices = {
  declareInterests: (
    scope: Scope,
    { draft, ...body }: CallInput<'declareInterests'>,
  ): Promise<Result<SavedView, CallError>> =>
    writeRecord(scope, draft, () => done(interestDeclared.write(body))),
  openRound,
  showProvisional,
  declareAbsence,
  readOwnGrades,
  keepOwnGrades,
  lodgeGrades,
  closeRound,
  abandonRound,
  raiseChallenge: (
    scope: Scope,
    { draft, ...body }: CallInput<'raiseChallenge'>,
  ): Promise<Result<SavedView, CallError>> =>
    writeRecord(scope, draft, () => done(challengeRaised.write(body))),
  answerChallenge,
  withdrawChallenge,
  reconsiderGrade,
  recordDissent,
  decideOutcome,
  answerPoint,
  exportMeetingNote,
};
