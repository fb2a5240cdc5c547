import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { bankHolidays, computedHolidays } from '../../../src/main/calendars/bank-holidays.ts';
import { holidaysIn, nations, type Nation } from '../../../src/shared/clocks/holiday-calendars.ts';

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

  it.each([1998, 1999, 2000, 2025, 2050, 2051, 2060])('and the library itself say %i', async (year) => {
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

describe('decreed days', () => {
  it.each<[string, readonly Nation[], string | null, string]>([
    ['the spring bank holiday of 2012', nations, '2012-05-28', '2012-06-04'],
    ['the day of the World Cup', ['scotland'], null, '2026-06-15'],
  ])('%s is counted where the library does not know it', async (_name, where, before, day) => {
    const year = Number(day.slice(0, 4));
    const all = await bankHolidays(year, year);
    for (const nation of nations) {
      expect(all[nation].has(day)).toBe(where.includes(nation));
      if (before !== null) expect(all[nation].has(before)).toBe(false);
    }
    const others = await bankHolidays(year + 1, year + 2);
    for (const nation of nations) expect(others[nation].has(day)).toBe(false);
  });

  // Where this fails because the library learned of such a day, take it out of the file.
  it('are days that the library does not know', async () => {
    for (const nation of nations) {
      const computed = new Set(
        (await Promise.all([2012, 2026].map((year) => computedHolidays(nation, year)))).flat(),
      );
      expect(computed.has('2012-06-04')).toBe(false);
      expect(computed.has('2026-06-15')).toBe(false);
    }
  });
});

const official = new URL(
  '../../../../shared/data/cases/66-scotland-world-cup-holiday/official-days.json',
  import.meta.url,
);
if (!existsSync(official))
  console.warn('The official days are absent (../shared/data): the calendars were not held to them.');

test.runIf(existsSync(official))('every official day from 2012 to 2028, and no other weekday', async () => {
  const { source, ...calendars } = z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .parse(JSON.parse(readFileSync(official, 'utf8')));
  expect(source).toBeTypeOf('string');
  const all = await bankHolidays(2012, 2028);
  let counted = 0;
  for (const name of ['england-and-wales', 'scotland', 'northern-ireland'] as const) {
    const days = z.array(z.string()).parse(calendars[name]);
    const years = new Set(days.map((day) => day.slice(0, 4)));
    const onWeekdays = [...holidaysIn(all, name)].filter(
      (day) => years.has(day.slice(0, 4)) && ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
    );
    expect(onWeekdays.sort()).toEqual(days.toSorted());
    counted += days.length;
  }
  expect(counted).toBe(313);
});
