import { accuracyAnswered } from '../accuracy/accuracy-answered.ts';
import { accuracyReceived } from '../accuracy/accuracy-received.ts';
import { accuracySent } from '../accuracy/accuracy-sent.ts';
import { copyRedacted } from '../finalising/copy-redacted.ts';
import type { EventType } from '../records/define-event.ts';
import { judgmentApproved } from '../finalising/judgment-approved.ts';
import { judgmentReopened } from '../finalising/judgment-reopened.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import { reopeningProposed } from '../finalising/reopening-proposed.ts';
import { sealTimeStamped } from '../finalising/seal-time-stamped.ts';
import { sealWithdrawn } from '../finalising/seal-withdrawn.ts';

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
