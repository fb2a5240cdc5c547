import type { EventType } from './define-event.ts';
import { absenceDeclared } from './absence-declared.ts';
import { challengeAnswered } from './challenge-answered.ts';
import { challengeRaised } from './challenge-raised.ts';
import { challengeWithdrawn } from './challenge-withdrawn.ts';
import { dissentRecorded } from './dissent-recorded.ts';
import { gradeLodged } from './grade-lodged.ts';
import { gradeReconsidered } from './grade-reconsidered.ts';
import { interestDeclared } from './interest-declared.ts';
import { outcomeDecided } from './outcome-decided.ts';
import { pointAnswered } from './point-answered.ts';
import { provisionalShown } from './provisional-shown.ts';
import { roundAbandoned } from './round-abandoned.ts';
import { roundClosed } from './round-closed.ts';
import { roundOpened } from './round-opened.ts';

/** The kinds of record of moderation: rounds, challenges, outcomes. */
export const moderationEventTypes: readonly EventType[] = [
  interestDeclared,
  roundOpened,
  absenceDeclared,
  gradeLodged,
  provisionalShown,
  roundClosed,
  roundAbandoned,
  challengeRaised,
  challengeAnswered,
  challengeWithdrawn,
  gradeReconsidered,
  dissentRecorded,
  outcomeDecided,
  pointAnswered,
];
