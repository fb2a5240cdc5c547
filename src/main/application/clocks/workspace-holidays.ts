import { localDay } from './local-day.ts';
import type { Scope } from '../session/session.ts';
import {
  calendarFileSchema,
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

/** Bank holidays of the nations, with what the files in the workspace's folder `calendars` add and take away. */
export async function workspaceHolidays(scope: Scope): Promise<WorkspaceHolidays> {
  const today = localDay(scope.ports.clock.now());
  const year = Number(today.slice(0, 4));
  const holidays = await scope.ports.clocks.bankHolidays(year - years, year + 2);
  const files = await scope.session.opened?.workspace.shared('calendars').list();
  if (files === undefined) return { holidays, today, problem: null };
  if (!files.ok) return { holidays, today, problem: files.error.message };
  const read = files.value.map((file) => ({ name: file.name, calendar: calendarIn(file.bytes) }));
  const unread = read.filter((file) => file.calendar === null).map((file) => file.name);
  return {
    holidays: withCalendarFiles(
      holidays,
      read.flatMap((file) => file.calendar ?? []),
    ),
    today,
    problem:
      unread.length === 0
        ? null
        : `The calendar file ${unread.join(', ')} is not in the form of a calendar, so its days are not counted. The bank holidays are. Put it right, or take it out of the folder “calendars”.`,
  };
}
