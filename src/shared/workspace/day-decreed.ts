import { z } from 'zod';
import { nationTitles, nations } from '../clocks/holiday-calendars.ts';
import { defineEvent } from '../records/define-event.ts';
import { daySchema, saidSchema } from '../values/body-parts.ts';
import { dayWords, listOf } from '../words.ts';

/** What a team says of a day: a holiday, a working day where Plumbline has a bank holiday, or nothing of its own any more. */
const dayStandings = ['holiday', 'working-day', 'as-listed'] as const;

/** A day that clocks of the workspace leave out, or count, in some nations. The last word on a day in a nation stands. */
export const dayDecreedBody = z.strictObject({
  day: daySchema,
  nations: z.array(z.enum(nations)).min(1).max(nations.length),
  standing: z.enum(dayStandings),
  name: saidSchema.max(200),
  reason: saidSchema.max(2000),
});
export type DayDecreedBody = z.infer<typeof dayDecreedBody>;

const sentences: Readonly<Record<DayDecreedBody['standing'], string>> = {
  holiday: 'a holiday',
  'working-day': 'a working day',
  'as-listed': 'no day of the team’s own any more',
};

export const dayDecreed = defineEvent({
  type: 'day.decreed',
  noun: ['word on a holiday', 'words on holidays'],
  body: dayDecreedBody,
  words: ['name', 'reason'],
  describe: ({ day, nations: where, standing, name, reason }) =>
    `made ${dayWords(day)} (${name}) ${sentences[standing]} in ${listOf(where.map((nation) => nationTitles[nation]))}: ${reason}`,
});
