const hour = 3_600_000;

/**
 * Whole days between an activity and the writing of its note, where more than 24 hours passed; else 0. `when` is the
 * activity's local date-time to the minute, `written` an ISO time in UTC; local time is read as UTC, so that the
 * answer is the same on every machine (at most an hour off in summer).
 */
export function lateDays(when: string, written: string): number {
  const passed = Date.parse(written) - Date.parse(`${when}:00Z`);
  return passed > 24 * hour ? Math.floor(passed / (24 * hour)) : 0;
}
