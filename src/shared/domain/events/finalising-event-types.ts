import type { EventType } from './define-event.ts';
import { judgmentApproved } from './judgment-approved.ts';
import { judgmentReopened } from './judgment-reopened.ts';
import { judgmentSealed } from './judgment-sealed.ts';
import { reopeningProposed } from './reopening-proposed.ts';
import { sealWithdrawn } from './seal-withdrawn.ts';

/** The kinds of record that finalise a draft. */
export const finalisingEventTypes: readonly EventType[] = [
  judgmentApproved,
  judgmentSealed,
  sealWithdrawn,
  reopeningProposed,
  judgmentReopened,
];
