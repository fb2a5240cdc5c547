import { accuracyAnswered } from './accuracy-answered.ts';
import { accuracyReceived } from './accuracy-received.ts';
import { accuracySent } from './accuracy-sent.ts';
import { copyRedacted } from './copy-redacted.ts';
import type { EventType } from './define-event.ts';
import { judgmentApproved } from './judgment-approved.ts';
import { judgmentReopened } from './judgment-reopened.ts';
import { judgmentSealed } from './judgment-sealed.ts';
import { reopeningProposed } from './reopening-proposed.ts';
import { sealTimeStamped } from './seal-time-stamped.ts';
import { sealWithdrawn } from './seal-withdrawn.ts';

/** The kinds of record that finalise a draft. */
export const finalisingEventTypes: readonly EventType[] = [
  accuracySent,
  accuracyReceived,
  accuracyAnswered,
  judgmentApproved,
  judgmentSealed,
  sealWithdrawn,
  reopeningProposed,
  judgmentReopened,
  copyRedacted,
  sealTimeStamped,
];
