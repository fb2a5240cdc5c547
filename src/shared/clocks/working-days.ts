import { dayAfter, daysBetween, weekdayOf, type Day } from '../values/calendar-days.ts';

/** Whether people work on a day: neither a weekend nor one of these holidays. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Days are counted at most this far: about forty years. */
const farthest = 15_000;

/**
 * The day on which so many working days have passed since a day, which is not counted itself. None passes on a day
 * that `counts` denies. With no days to pass it is the day itself, or the next working day.
 */
export function afterWorkingDays(
  from: Day,
  days: number,
  holidays: ReadonlySet<Day>,
  counts: (day: Day) => boolean = () => true,
): Day {
  let day = from;
  let left = days;
  for (let step = 0; step < farthest; step += 1) {
    if (left <= 0 && isWorkingDay(day, holidays)) return day;
    day = dayAfter(day);
    if (isWorkingDay(day, holidays) && counts(day)) left -= 1;
  }
  return day;
}

/** How many of the days after one up to and with another are neither weekends nor holidays, without walking through them. */
function plainWorkingDays(from: Day, to: Day, holidays: ReadonlySet<Day>): number {
  const days = daysBetween(from, to);
  const rest = days % 7;
  let found = ((days - rest) / 7) * 5;
  for (let step = 1; step <= rest; step += 1) if (isWorkingDay(dayAfter(from, step), none)) found += 1;
  for (const day of holidays) if (from < day && day <= to && isWorkingDay(day, none)) found -= 1;
  return found;
}

const none: ReadonlySet<Day> = new Set();

/** How many working days lie after one day up to and with another; negative where the other lies before it. */
export function workingDaysBetween(
  from: Day,
  to: Day,
  holidays: ReadonlySet<Day>,
  counts?: (day: Day) => boolean,
): number {
  if (to < from) return -workingDaysBetween(to, from, holidays, counts);
  if (counts === undefined) return plainWorkingDays(from, to, holidays);
  let found = 0;
  let day = from;
  for (let step = 0; day < to && step < farthest; step += 1) {
    day = dayAfter(day);
    if (isWorkingDay(day, holidays) && counts(day)) found += 1;
  }
  return found;
}
