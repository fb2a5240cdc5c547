import type { ClockState } from '../clocks/clock-states.ts';
import type { ClockDay } from '../clocks/clock-weeks.ts';

/** The clocks of a draft on the day it was opened. */
export interface ClocksView {
  readonly today: string;
  readonly clocks: readonly ClockState[];
  /** The weeks, Monday to Friday, in which something is still due. */
  readonly weeks: readonly (readonly ClockDay[])[];
  /** Why a calendar file of the team's is not counted by; null where all are. */
  readonly problem: string | null;
}
