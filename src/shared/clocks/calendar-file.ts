import { z } from 'zod';
import type { Day } from '../values/calendar-days.ts';
import { daySchema } from '../values/body-parts.ts';
import { nations, type NationHolidays } from './holiday-calendars.ts';

const named = z.strictObject({ day: daySchema, title: z.string().max(200).optional() });

/** Days that a team adds to the bank holidays of a nation, or takes from them: a file in the workspace's folder `calendars`. */
export const calendarFileSchema = z.strictObject({
  format: z.literal(1),
  nations: z.partialRecord(
    z.enum(nations),
    z.strictObject({
      add: z.array(named).max(400).optional(),
      remove: z.array(daySchema).max(400).optional(),
    }),
  ),
});

/** What such a file says. */
export type CalendarFile = z.infer<typeof calendarFileSchema>;

/** What somebody says of a day, in the form of a calendar file. */
export function calendarOf(
  day: Day,
  where: readonly (typeof nations)[number][],
  isHoliday: boolean,
): CalendarFile {
  const said = isHoliday ? { add: [{ day }] } : { remove: [day] };
  return { format: 1, nations: Object.fromEntries(where.map((nation) => [nation, said])) };
}

/** Holidays as the files have them, one after the other: what a later one says of a day holds. */
export function withCalendarFiles(holidays: NationHolidays, files: readonly CalendarFile[]): NationHolidays {
  const changed = new Map(nations.map((nation) => [nation, new Set(holidays[nation])]));
  for (const file of files) {
    for (const nation of nations) {
      const days = changed.get(nation);
      for (const { day } of file.nations[nation]?.add ?? []) days?.add(day);
      for (const day of file.nations[nation]?.remove ?? []) days?.delete(day);
    }
  }
  const of = (nation: (typeof nations)[number]): ReadonlySet<string> => changed.get(nation) ?? new Set();
  return {
    england: of('england'),
    wales: of('wales'),
    scotland: of('scotland'),
    'northern-ireland': of('northern-ireland'),
  };
}
