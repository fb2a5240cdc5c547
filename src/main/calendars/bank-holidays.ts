import Holidays from 'date-holidays';
import type { BankHolidays } from '../ports/calendar-port.ts';
import { nations, type Nation } from '../../shared/clocks/holiday-calendars.ts';

/** Regions of the United Kingdom as date-holidays names them. */
const regions: { readonly [nation in Nation]: string } = {
  england: 'ENG',
  wales: 'WLS',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};

const known = new Map<string, ReadonlySet<string>>();

/** The bank holidays of one nation in one year, as days; kept once they were worked out. */
function daysOf(nation: Nation, year: number): ReadonlySet<string> {
  const key = `${nation} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const days = new Set(
    new Holidays('GB', regions[nation])
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
      .map((holiday) => holiday.date.slice(0, 10)),
  );
  known.set(key, days);
  return days;
}

/** Bank holidays of the four nations, by the rules and the decreed days that date-holidays holds. */
export const bankHolidays: BankHolidays = (firstYear, lastYear) => {
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_none, at) => firstYear + at);
  const of = (nation: Nation): ReadonlySet<string> =>
    new Set(years.flatMap((year) => [...daysOf(nation, year)]));
  const [england, wales, scotland, northernIreland] = nations.map(of);
  const none = new Set<string>();
  return {
    england: england ?? none,
    wales: wales ?? none,
    scotland: scotland ?? none,
    'northern-ireland': northernIreland ?? none,
  };
};
