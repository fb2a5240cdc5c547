import type { Deadline } from '../framework/deadline-schema.ts';
import { dayAfter, weekdayOf, type Day } from '../values/calendar-days.ts';
import type { ClockState } from './clock-states.ts';
import { holidaysIn, type NationHolidays } from './holiday-calendars.ts';

/** A weekday of a calendar of clocks. */
export interface ClockDay {
  readonly day: Day;
  readonly standing: 'past' | 'today' | 'ahead';
  /** A bank holiday by every calendar that the running clocks count by: no clock counts it. */
  readonly holiday: boolean;
  /** Titles of what is due on it, by the clocks that have not stopped. */
  readonly due: readonly string[];
}

/** Weeks are shown at the most, of which those furthest ahead are left out. */
const most = 7;

function mondayOf(day: Day): Day {
  return dayAfter(day, -((weekdayOf(day) + 6) % 7));
}

/**
 * The weeks, Monday to Friday, from the one of today to the one in which the last running clock is due; seven at the most.
 * Empty where nothing that is still ahead is due.
 */
export function clockWeeks(
  clocks: readonly ClockState[],
  deadlines: readonly Pick<Deadline, 'id' | 'calendar'>[],
  holidays: NationHolidays,
  today: Day,
): readonly (readonly ClockDay[])[] {
  const running = clocks.filter(
    (clock) => clock.stopped === null && clock.due !== null && clock.due >= today,
  );
  const last = running
    .map((clock) => clock.due ?? today)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const counted = deadlines.filter(({ id }) => running.some((clock) => clock.deadline === id));
  const off = counted.map(({ calendar }) => holidaysIn(holidays, calendar));
  const first = mondayOf(today);
  const weeks: ClockDay[][] = [];
  for (let monday = first; monday <= last && weeks.length < most; monday = dayAfter(monday, 7)) {
    weeks.push(
      [0, 1, 2, 3, 4].map((number) => {
        const day = dayAfter(monday, number);
        return {
          day,
          standing: day < today ? 'past' : day === today ? 'today' : 'ahead',
          holiday: off.length > 0 && off.every((days) => days.has(day)),
          due: running.filter((clock) => clock.due === day).map((clock) => clock.title),
        };
      }),
    );
  }
  return weeks;
}
