import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../../src/main/calendars/bank-holidays.ts';
import { withCalendarFiles } from '../../../src/shared/clocks/calendar-file.ts';
import { dayAfter } from '../../../src/shared/values/calendar-days.ts';
import { dayWords } from '../../../src/shared/words.ts';
import { holidaysIn, nations, type Nation } from '../../../src/shared/clocks/holiday-calendars.ts';
import {
  afterWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../../src/shared/clocks/working-days.ts';

const holidays = await bankHolidays(2018, 2030);

/** Bank holidays as the governments published them, copied by hand. */
const published: readonly (readonly [nation: Nation, year: number, days: string])[] = [
  ['england', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  ['england', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['england', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['england', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['wales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
  ['scotland', 2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
  ['scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
  ['northern-ireland', 2022, '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27'],
  ['northern-ireland', 2023, '01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26'],
  ['northern-ireland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
];

describe('bank holidays on weekdays are those that were published', () => {
  it.each(published)('%s %i', (nation, year, days) => {
    const found = [...holidays[nation]]
      .filter((day) => day.startsWith(String(year)) && isWorkingDay(day, new Set()))
      .map((day) => day.slice(5))
      .sort();
    expect(found.join(' ')).toBe(days);
  });
});

/** Counted by hand on a printed calendar. */
const counted: readonly (readonly [
  words: string,
  nation: Nation | 'england-and-wales',
  from: string,
  days: number,
  due: string,
])[] = [
  ['an ordinary week', 'england', '2026-06-01', 5, '2026-06-08'],
  ['no days at all, on a Saturday', 'england', '2026-06-06', 0, '2026-06-08'],
  ['from a Friday', 'england', '2026-06-05', 1, '2026-06-08'],
  ['across Easter in England', 'england', '2026-04-01', 5, '2026-04-10'],
  ['across Easter in Scotland, where Easter Monday counts', 'scotland', '2026-04-01', 5, '2026-04-09'],
  ['across Christmas in England', 'england', '2026-12-21', 10, '2027-01-07'],
  ['across Christmas and two days of New Year in Scotland', 'scotland', '2026-12-21', 10, '2027-01-08'],
  ['across the Queen’s funeral', 'england', '2022-09-16', 3, '2022-09-22'],
  ['across the Queen’s funeral in Northern Ireland', 'northern-ireland', '2022-09-16', 3, '2022-09-22'],
  ['across the Coronation', 'wales', '2023-05-05', 18, '2023-06-02'],
  ['across the Coronation, both nations together', 'england-and-wales', '2023-05-05', 18, '2023-06-02'],
  ['across the Jubilee', 'england', '2022-05-27', 5, '2022-06-07'],
  ['across the twelfth of July', 'northern-ireland', '2023-07-10', 5, '2023-07-18'],
  ['across the same days in England', 'england', '2023-07-10', 5, '2023-07-17'],
  ['across Saint Andrew’s Day', 'scotland', '2023-11-28', 5, '2023-12-06'],
  ['thirty days from the end of fieldwork in autumn', 'england', '2025-10-10', 30, '2025-11-21'],
];

describe('working days from a day', () => {
  it.each(counted)('%s (%s)', (_words, nation, from, days, due) => {
    const off = holidaysIn(holidays, nation);
    expect(afterWorkingDays(from, days, off)).toBe(due);
    if (days > 0) expect(workingDaysBetween(from, due, off)).toBe(days);
    if (days > 0) expect(workingDaysBetween(due, from, off)).toBe(-days);
  });

  it('days in a pause do not count', () => {
    const paused = (day: string): boolean => day < '2026-06-03' || day >= '2026-06-10';
    expect(afterWorkingDays('2026-06-01', 3, holidays.england, paused)).toBe('2026-06-11');
    expect(workingDaysBetween('2026-06-01', '2026-06-11', holidays.england, paused)).toBe(3);
  });
});

describe('laws of working days', () => {
  const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => dayAfter('2018-02-01', days));
  const somewhere = fc.constantFrom(...nations);

  it('counting back what was counted forward gives the same number, walked or reckoned', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 90 }), somewhere, (from, days, nation) => {
        const due = afterWorkingDays(from, days, holidays[nation]);
        expect(isWorkingDay(due, holidays[nation])).toBe(true);
        expect(workingDaysBetween(from, due, holidays[nation])).toBe(days);
        expect(workingDaysBetween(from, due, holidays[nation], () => true)).toBe(days);
      }),
    );
  });

  it('two stretches one after the other are as long as both together', () => {
    fc.assert(
      fc.property(someDay, fc.nat(400), fc.nat(400), somewhere, (from, first, second, nation) => {
        const middle = dayAfter(from, first);
        const end = dayAfter(middle, second);
        const off = holidays[nation];
        expect(workingDaysBetween(from, middle, off) + workingDaysBetween(middle, end, off)).toBe(
          workingDaysBetween(from, end, off),
        );
      }),
    );
  });
});

describe('a calendar file of the team', () => {
  it('adds days and takes days away, for the nation it names only', () => {
    const changed = withCalendarFiles(holidays, [
      {
        format: 1,
        nations: {
          scotland: { add: [{ day: '2026-06-15', title: 'Extra holiday' }], remove: ['2026-11-30'] },
        },
      },
    ]);
    expect(isWorkingDay('2026-06-15', changed.scotland)).toBe(false);
    expect(isWorkingDay('2026-11-30', changed.scotland)).toBe(true);
    expect(changed.england).toEqual(holidays.england);
  });
});

it('a day is read as people write it', () => {
  expect(dayWords('2026-10-09')).toBe('Fri 9 Oct 2026');
});
