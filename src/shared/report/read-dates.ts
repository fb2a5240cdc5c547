import { isDay, monthNames } from '../values/calendar-days.ts';

/** First and last day of a printed span, ISO. */
interface DateSpan {
  readonly start: string;
  readonly end: string;
}

const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const span = new RegExp(
  String.raw`^${day}(?:\s+([a-z]+))?(?:\s+(\d{4}))?\s*(?:to|and|[-–—])\s*${day}\s+([a-z]+)\s+(\d{4})$`,
  'u',
);
const single = new RegExp(String.raw`^${day}\s+([a-z]+)\s+(\d{4})$`, 'u');

/** How many periods of inspection are printed beside each other at most. */
const mostPeriods = 6;

/**
 * A printed date or span: "8 to 12 December 2025", "27 January to 7 February 2025", "1 July 2024 to 12 July 2024",
 * "27 January 2015 – 18 February 2015"; of several periods ("... and 13 to 16 January 2025") from the first day to the
 * last. A first day without a year takes the last day's, or the year before where its month is the later one. Null where
 * it is none of these, no day of the calendar, or ends before it starts.
 */
export function readDates(printed: string): DateSpan | null {
  const periods = readPeriods(printed);
  const [first] = periods;
  const last = periods.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The periods of inspection that are printed, in order; none where any of them cannot be read. */
export function readPeriods(printed: string): readonly DateSpan[] {
  const text = printed.trim().toLowerCase().replaceAll(/\s+/gu, ' ').replace(/\.$/u, '');
  const only = readSpan(text);
  if (only !== null) return [only];
  const parts = text.split(/ ?(?:,|;|&|\band\b) ?(?:and )?/u);
  if (parts.length < 2 || parts.length > mostPeriods) return [];
  const periods: DateSpan[] = [];
  let after: DateSpan | null = null;
  for (const part of parts.toReversed()) {
    const period: DateSpan | null =
      readSpan(part) ?? (after === null ? null : readSpan(`${part} ${monthAndYear(part, after)}`));
    if (period === null || (after !== null && period.end > after.start)) return [];
    periods.unshift(period);
    after = period;
  }
  return periods;
}

/** What a period takes from the one after it: the year, and where it has none the month. */
function monthAndYear(part: string, { start }: DateSpan): string {
  const [year = '', month = ''] = start.split('-');
  const own = monthNames.findIndex((name) => part.endsWith(name)) + 1;
  if (own > Number(month)) return String(Number(year) - 1);
  return own > 0 ? year : `${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

function readSpan(text: string): DateSpan | null {
  const one = single.exec(text);
  if (one !== null) {
    const date = isoDate(one[1], one[2], one[3]);
    return date === null ? null : { start: date, end: date };
  }
  const two = span.exec(text);
  if (two === null) return null;
  const end = isoDate(two[4], two[5], two[6]);
  const startMonth = two[2] ?? two[5];
  const yearBefore = monthNames.indexOf(startMonth ?? '') > monthNames.indexOf(two[5] ?? '');
  const startYear = two[3] ?? (yearBefore ? String(Number(two[6]) - 1) : two[6]);
  const start = isoDate(two[1], startMonth, startYear);
  return start === null || end === null || end < start ? null : { start, end };
}

function isoDate(dayText = '', monthText = '', yearText = ''): string | null {
  const month = String(monthNames.indexOf(monthText) + 1);
  const day = `${yearText}-${month.padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
