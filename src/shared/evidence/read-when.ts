import { monthNames } from '../values/calendar-days.ts';
import { whenUsed } from '../words.ts';

function checked(year: number, month: number, day: number, hour: number, minute: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  const fits = same && year >= 1990 && year <= 2100 && hour < 24 && minute < 60;
  return fits ? at.toISOString().slice(0, 16) : null;
}

/** The month that a word names whole or by its first three letters, "sept" among them; 0 for any other word. */
function monthCalled(word: string): number {
  return (
    monthNames.findIndex(
      (name) => word === name || word === name.slice(0, 3) || (word === 'sept' && name === 'september'),
    ) + 1
  );
}

/** The clock of the United Kingdom. */
const london = whenUsed(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

/** A time whose zone is said ("Z", "+01:00"), by the clock of the United Kingdom. */
function inLondon(local: string, zone: string): string | null {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  if (Math.abs(offset) > 14 * 60) return null;
  const at = new Date(Date.parse(`${local}Z`) - offset * 60_000);
  const part = Object.fromEntries(
    london()
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}T${part['hour'] ?? ''}:${part['minute'] ?? ''}`;
}

/**
 * A day, with or without a time, as people in the United Kingdom write them, as an ISO local date-time to the minute:
 * "2026-10-06T10:20", "06/10/2026 10:20", "6 Oct 2026", "17-Nov-26", "2026-10-06". A day alone stands at noon; a time whose
 * zone is said ("2026-07-06T23:30:00Z") is that of the clock in the United Kingdom then. Null for anything else, for days
 * that do not exist, and for years of two digits beside a month in figures.
 */
export function readWhen(text: string): string | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const time =
    /(?:(?<![t ,])[t ,]+|\bat )(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?\s?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/u.exec(
      said,
    );
  const [hour, minute] = time === null ? [12, 0] : [Number(time[1]), Number(time[2])];
  const day = (time === null ? said : said.slice(0, time.index)).trim().replace(/,$/u, '');
  const local = localTime(day, hour, minute);
  const zone = time?.[3];
  return local === null || zone === undefined ? local : inLondon(local, zone);
}

function localTime(day: string, hour: number, minute: number): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), hour, minute);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(day);
  if (british !== null)
    return checked(Number(british[3]), Number(british[2]), Number(british[1]), hour, minute);
  const named = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9}),?[ -](\d{4}|\d{2})$/u.exec(day);
  const month = monthCalled(named?.[2] ?? '');
  const year = (named?.[3] ?? '').padStart(4, '20');
  return named === null || month === 0 ? null : checked(Number(year), month, Number(named[1]), hour, minute);
}
