import type { BankHolidays } from '../ports/calendar-port.ts';
import { calendarFileSchema, withCalendarFiles } from '../../shared/clocks/calendar-file.ts';
import { nations, type Nation } from '../../shared/clocks/holiday-calendars.ts';
import table from '../../../resources/calendars/united-kingdom.json' with { type: 'json' };
import decreedDays from '../../../resources/calendars/decreed-days.json' with { type: 'json' };

/** Days that were decreed and moved, and that date-holidays does not know: in the form of a team's own calendar files. */
const decreed = calendarFileSchema.parse(decreedDays);

/** Regions of the United Kingdom as date-holidays names them. */
const regions: { readonly [nation in Nation]: string } = {
  england: 'ENG',
  wales: 'WLS',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};

/** The bank holidays of one nation in one year, by the rules and the decreed days that date-holidays holds, in order. */
export async function computedHolidays(nation: Nation, year: number): Promise<readonly string[]> {
  const { default: Holidays } = await import('date-holidays');
  const days = new Holidays('GB', regions[nation])
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
    .map((holiday) => holiday.date.slice(0, 10));
  return [...new Set(days)].sort();
}

const known = new Map<string, readonly string[]>();

/** The same from the table, and worked out for years beyond it; kept once they were read. */
async function daysOf(nation: Nation, year: number): Promise<readonly string[]> {
  const key = `${nation} ${year}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const listed = new Map(Object.entries(table[nation])).get(String(year));
  const days =
    listed === undefined
      ? await computedHolidays(nation, year)
      : listed.split(' ').map((day) => `${year}-${day}`);
  known.set(key, days);
  return days;
}

/**
 * Bank holidays of the four nations. Loading date-holidays and working out the years that clocks look at takes half a
 * second of every start, so those of 2000 to 2050 ship as a table; a test holds it to what date-holidays says. Days that it
 * does not know are decreed in a file beside it.
 */
export const bankHolidays: BankHolidays = async (firstYear, lastYear) => {
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_none, at) => firstYear + at);
  const of = async (nation: Nation): Promise<ReadonlySet<string>> =>
    new Set((await Promise.all(years.map((year) => daysOf(nation, year)))).flat());
  const [england, wales, scotland, northernIreland] = await Promise.all(nations.map(of));
  const none = new Set<string>();
  const computed = {
    england: england ?? none,
    wales: wales ?? none,
    scotland: scotland ?? none,
    'northern-ireland': northernIreland ?? none,
  };
  const asked = (day: string): boolean => years.includes(Number(day.slice(0, 4)));
  return withCalendarFiles(computed, [
    {
      format: 1,
      nations: Object.fromEntries(
        nations.map((nation) => {
          const { add = [], remove = [] } = decreed.nations[nation] ?? {};
          return [nation, { add: add.filter(({ day }) => asked(day)), remove }];
        }),
      ),
    },
  ]);
};
