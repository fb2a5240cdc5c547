import ical, { ICalCalendarMethod } from 'ical-generator';
import type { ClocksAsCalendar } from '../ports/calendar-port.ts';

/** Writes clocks as an iCalendar file (RFC 5545) of day-long entries, each with an alarm the day before. */
export function clocksAsCalendar({
  title,
  id,
  clocks,
  written,
}: Parameters<ClocksAsCalendar>[0]): Uint8Array {
  const calendar = ical({ name: title, method: ICalCalendarMethod.PUBLISH });
  for (const clock of clocks) {
    if (clock.due === null || clock.stopped !== null) continue;
    calendar.createEvent({
      id: `${id}-${clock.deadline}@plumbline`,
      start: new Date(`${clock.due}T00:00:00Z`),
      allDay: true,
      timezone: null,
      summary: `${clock.title}: ${title}`,
      description: clock.sentence,
      stamp: new Date(written),
    });
  }
  return new TextEncoder().encode(calendar.toString());
}
