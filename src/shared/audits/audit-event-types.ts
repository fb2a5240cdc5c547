import { tableOfKinds } from '../records/define-event.ts';
import { actionPlanned } from './action-planned.ts';
import { assessmentAsked } from './assessment-asked.ts';
import { assessmentGiven } from './assessment-given.ts';
import { findingAnswered } from './finding-answered.ts';
import { findingChecked } from './finding-checked.ts';
import { findingReopened } from './finding-reopened.ts';
import { findingSent } from './finding-sent.ts';
import { auditBegun } from './audit-begun.ts';
import { auditPlanned } from './audit-planned.ts';
import { auditorNamed } from './auditor-named.ts';
import { contributionLodged } from './contribution-lodged.ts';
import { contributionOpened } from './contribution-opened.ts';
import { drawAbandoned } from './draw-abandoned.ts';
import { frameConfirmed } from './frame-confirmed.ts';
import { frameFrozen } from './frame-frozen.ts';
import { outsideRecorded } from './outside-recorded.ts';
import { readersAssigned } from './readers-assigned.ts';
import { readingConcluded } from './reading-concluded.ts';
import { readingLodged } from './reading-lodged.ts';
import { readingOpened } from './reading-opened.ts';
import { sampleDrawn } from './sample-drawn.ts';

/** The kinds of record in an audit's log. */
export const auditEventTypes = tableOfKinds([
  auditBegun,
  auditPlanned,
  auditorNamed,
  frameFrozen,
  frameConfirmed,
  contributionLodged,
  contributionOpened,
  outsideRecorded,
  sampleDrawn,
  drawAbandoned,
  readersAssigned,
  readingLodged,
  readingOpened,
  readingConcluded,
  assessmentAsked,
  assessmentGiven,
  findingSent,
  findingAnswered,
  actionPlanned,
  findingChecked,
  findingReopened,
]);
