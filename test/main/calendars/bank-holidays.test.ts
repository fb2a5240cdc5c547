import { describe, expect, it } from 'vitest';
import { bankHolidays, computedHolidays } from '../../../src/main/calendars/bank-holidays.ts';
import { nations, type Nation } from '../../../src/shared/clocks/holiday-calendars.ts';

/** Month and day of a nation's bank holidays, by year from 2000 to 2050. */
async function computedYears(nation: Nation): Promise<Readonly<Record<string, string>>> {
  const years = Array.from({ length: 51 }, (_none, at) => 2000 + at);
  const rows = years.map(async (year): Promise<[string, string]> => {
    const days = await computedHolidays(nation, year);
    return [String(year), days.map((day) => day.slice(5)).join(' ')];
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe('the table of bank holidays that ships', () => {
  // Where this fails because the library learned of a decreed day, run it with --update and look at what changed.
  it('is what date-holidays says of these years', async () => {
    const table = Object.fromEntries(
      await Promise.all(nations.map(async (nation) => [nation, await computedYears(nation)])),
    ) as unknown;
    await expect(`${JSON.stringify(table, null, 2)}\n`).toMatchFileSnapshot(
      '../../../resources/calendars/united-kingdom.json',
    );
  });

  it.each([1998, 1999, 2000, 2026, 2050, 2051, 2060])('and the library itself say %i', async (year) => {
    const all = await bankHolidays(year, year);
    for (const nation of nations) expect([...all[nation]]).toEqual(await computedHolidays(nation, year));
  });

  it('is no end: years before and after it are worked out', async () => {
    const [all, early, late] = [
      await bankHolidays(1995, 2055),
      await bankHolidays(1995, 1999),
      await bankHolidays(2051, 2055),
    ];
    for (const nation of nations) {
      const beyond = [...early[nation], ...late[nation]];
      expect(beyond.length).toBeGreaterThan(60);
      expect(beyond.filter((day) => !all[nation].has(day))).toEqual([]);
    }
  });
});
