import type { PersonId, RecordId } from '../records/record.ts';
import type { Day } from '../values/calendar-days.ts';

/** Days that do not count, and why. */
export interface ClockPause {
  readonly id: RecordId;
  readonly author: PersonId;
  /** The first day that does not count. */
  readonly from: Day;
  /** The clocks that pause; all where empty. */
  readonly deadlines: readonly string[];
  readonly reason: string;
  /** The day that counts again; null while it goes on, or while two differ and none is settled. */
  readonly resumed: Day | null;
  /** The records that say so, which another one replaces. */
  readonly resumedBy: readonly RecordId[];
}

/** Whether a day lies in a pause of the clock. */
export function isPaused(pauses: readonly ClockPause[], deadline: string, day: Day): boolean {
  return pauses.some((pause) => {
    const concerns = pause.deadlines.length === 0 || pause.deadlines.includes(deadline);
    return concerns && pause.from <= day && (pause.resumed === null || day < pause.resumed);
  });
}

/** The pause of a clock that nobody has ended, the earliest where there are several. */
export function openPause(pauses: readonly ClockPause[], deadline: string, today: Day): ClockPause | null {
  const open = pauses.filter(
    (pause) =>
      (pause.deadlines.length === 0 || pause.deadlines.includes(deadline)) &&
      pause.from <= today &&
      (pause.resumed ?? '9999') > today,
  );
  return open.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}
