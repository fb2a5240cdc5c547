import type { Calendar } from '../framework/deadline-schema.ts';
import type { Day } from '../values/calendar-days.ts';

/** The four nations that keep bank holidays of their own. */
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
/** A nation that keeps bank holidays of its own. */
export type Nation = (typeof nations)[number];

/** Nations as people call them. */
export const nationTitles: { readonly [nation in Nation]: string } = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** Bank holidays by nation, substitute days included. */
export type NationHolidays = { readonly [nation in Nation]: ReadonlySet<Day> };

/** The holidays of a calendar; a day that is one in England or in Wales is one in the calendar of both. */
export function holidaysIn(holidays: NationHolidays, calendar: Calendar): ReadonlySet<Day> {
  return calendar === 'england-and-wales' ? holidays.england.union(holidays.wales) : holidays[calendar];
}
