const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function checked(year: number, month: number, day: number, hour: number, minute: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  const fits = same && year >= 1990 && year <= 2100 && hour < 24 && minute < 60;
  return fits ? at.toISOString().slice(0, 16) : null;
}

/**
 * A day, with or without a time, as people in the United Kingdom write them, as an ISO local date-time to the minute:
 * "2026-10-06T10:20", "06/10/2026 10:20", "6 Oct 2026", "2026-10-06". A day alone stands at noon. Null for anything
 * else, for days that do not exist, and for years of two digits.
 */
export function readWhen(text: string): string | null {
  const said = text.trim().toLowerCase();
  const time = /(?:(?<![t ,])[t ,]+|\bat )(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?(?:z)?$/u.exec(said);
  const [hour, minute] = time === null ? [12, 0] : [Number(time[1]), Number(time[2])];
  const day = (time === null ? said : said.slice(0, time.index)).trim().replace(/,$/u, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), hour, minute);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(day);
  if (british !== null)
    return checked(Number(british[3]), Number(british[2]), Number(british[1]), hour, minute);
  const named = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4})$/u.exec(day);
  const month = months.indexOf((named?.[2] ?? '').slice(0, 3)) + 1;
  return named === null || month === 0
    ? null
    : checked(Number(named[3]), month, Number(named[1]), hour, minute);
}
