import { localDay } from './local-day.ts';
import type { Scope } from '../session/session.ts';
import {
  calendarFileSchema,
  calendarOf,
  withCalendarFiles,
  type CalendarFile,
} from '../../../shared/clocks/calendar-file.ts';
import type { NationHolidays } from '../../../shared/clocks/holiday-calendars.ts';

/** The holidays that clocks of the open workspace count by, and why a file of the team's could not be read. */
export interface WorkspaceHolidays {
  readonly holidays: NationHolidays;
  readonly today: string;
  readonly problem: string | null;
}

/** Inspections reach this many years back and ahead of today. */
const years = 15;

function calendarIn(bytes: Uint8Array): CalendarFile | null {
  try {
    return calendarFileSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

/** Bank holidays of the nations, with what the folder `calendars` and the workspace's own log add and take away. */
export async function workspaceHolidays(scope: Scope): Promise<WorkspaceHolidays> {
  const today = localDay(scope.ports.clock.now());
  const year = Number(today.slice(0, 4));
  const computed = await scope.ports.clocks.bankHolidays(year - years, year + 2);
  const { opened } = scope.session;
  // What the team signed stands over what a file says, which anybody can write.
  const signed = (opened?.workspaceLog.days ?? []).map((said) =>
    calendarOf(said.day, said.nations, said.standing === 'holiday'),
  );
  const files = await opened?.workspace.shared('calendars').list();
  if (files?.ok !== true)
    return { holidays: withCalendarFiles(computed, signed), today, problem: files?.error.message ?? null };
  const read = files.value.map((file) => ({ name: file.name, calendar: calendarIn(file.bytes) }));
  const unread = read.filter((file) => file.calendar === null).map((file) => file.name);
  return {
    holidays: withCalendarFiles(computed, [...read.flatMap((file) => file.calendar ?? []), ...signed]),
    today,
    problem:
      unread.length === 0
        ? null
        : `The calendar file ${unread.join(', ')} is not in the form of a calendar, so its days are not counted. The bank holidays are. Put it right, or take it out of the folder “calendars”.`,
  };
}
