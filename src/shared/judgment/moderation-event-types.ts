import type { EventType } from '../records/define-event.ts';
import { absenceDeclared } from '../lodging/absence-declared.ts';
import { arbiterAsked } from '../moderation/arbiter-asked.ts';
import { arbiterDecided } from '../moderation/arbiter-decided.ts';
import { challengeAccepted } from '../moderation/challenge-accepted.ts';
import { challengeAnswered } from '../moderation/challenge-answered.ts';
import { challengeRaised } from '../moderation/challenge-raised.ts';
import { challengeWithdrawn } from '../moderation/challenge-withdrawn.ts';
import { dissentRecorded } from '../moderation/dissent-recorded.ts';
import { gradeLodged } from '../lodging/grade-lodged.ts';
import { gradeReconsidered } from '../moderation/grade-reconsidered.ts';
import { interestDeclared } from '../moderation/interest-declared.ts';
import { interestRecorded } from '../moderation/interest-recorded.ts';
import { outcomeDecided } from '../moderation/outcome-decided.ts';
import { pointAnswered } from '../moderation/point-answered.ts';
import { provisionalShown } from '../lodging/provisional-shown.ts';
import { roundAbandoned } from '../lodging/round-abandoned.ts';
import { roundAmended } from '../lodging/round-amended.ts';
import { roundClosed } from '../lodging/round-closed.ts';
import { roundOpened } from '../lodging/round-opened.ts';

/** The kinds of record of moderation: rounds, challenges, outcomes. */
export const moderationEventTypes: readonly EventType[] = [
  interestDeclared,
  interestRecorded,
  roundOpened,
  absenceDeclared,
  gradeLodged,
  provisionalShown,
  roundAmended,
  roundClosed,
  roundAbandoned,
  challengeRaised,
  challengeAnswered,
  challengeAccepted,
  challengeWithdrawn,
  gradeReconsidered,
  dissentRecorded,
  outcomeDecided,
  arbiterAsked,
  arbiterDecided,
  pointAnswered,
];
