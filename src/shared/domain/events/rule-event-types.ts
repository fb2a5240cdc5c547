import { clockPaused } from './clock-paused.ts';
import { clockResumed } from './clock-resumed.ts';
import type { EventType } from './define-event.ts';
import { factRecorded } from './fact-recorded.ts';
import { frameworkMoved } from './framework-moved.ts';
import { momentRecorded } from './moment-recorded.ts';

/** The kinds of record about rules and clocks. */
export const ruleEventTypes: readonly EventType[] = [
  factRecorded,
  momentRecorded,
  clockPaused,
  clockResumed,
  frameworkMoved,
];
