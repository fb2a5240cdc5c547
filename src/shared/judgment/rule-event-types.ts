import { clockPaused } from '../clocks/clock-paused.ts';
import { clockResumed } from '../clocks/clock-resumed.ts';
import type { EventType } from '../records/define-event.ts';
import { factRecorded } from '../framework/fact-recorded.ts';
import { frameworkMoved } from '../framework/framework-moved.ts';
import { momentRecorded } from '../clocks/moment-recorded.ts';

/** The kinds of record about rules and clocks. */
export const ruleEventTypes: readonly EventType[] = [
  factRecorded,
  momentRecorded,
  clockPaused,
  clockResumed,
  frameworkMoved,
];
