/** A day of the calendar, YYYY-MM-DD; days compare as their text does. */
export type Day = string;

const dayLength = 86_400_000;

function timeOf(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

/** Whether a text is a day that the calendar has: not 2026-02-30. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = new Date(timeOf(text));
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The day so many days after another; before it where the number is negative. */
export function dayAfter(day: Day, days = 1): Day {
  return new Date(timeOf(day) + days * dayLength).toISOString().slice(0, 10);
}

/** How many days lie between two, the second one counted; negative where it lies before the first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayLength);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(timeOf(day)).getUTCDay();
}

/** The names of the months, January first, in lower case. */
export const monthNames: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
