import { describe, expect, test } from 'vitest';
import { accountForCharacters } from './account-for-characters.ts';
import { bulletOf } from '../../../src/shared/report/bullet.ts';
import { matchArea } from '../../../src/shared/report/match-area.ts';
import { mendLines } from '../../../src/shared/report/mend-lines.ts';
import { isPageNumber, setFurnitureAside } from '../../../src/shared/report/page-furniture.ts';
import { plainWords } from '../../../src/shared/report/plain-words.ts';
import { numberOf } from '../../../src/shared/report/paragraph-number.ts';
import { printedGradeAtEnd } from '../../../src/shared/report/printed-grade.ts';
import { readDates } from '../../../src/shared/report/read-dates.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { setAside } from '../../../src/main/application/report/report-records.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { frameworks } from './frameworks.ts';

const [, ilacs2023] = frameworks;
if (ilacs2023 === undefined) throw new Error('three frameworks');

test.each([
  ['17 March to 21 March 2025', '2025-03-17', '2025-03-21'],
  ['8 to 12 December 2025', '2025-12-08', '2025-12-12'],
  ['27 January to 7 February 2025', '2025-01-27', '2025-02-07'],
  ['1 July 2024 to 12 July 2024', '2024-07-01', '2024-07-12'],
  ['27 January 2015 – 18 February 2015', '2015-01-27', '2015-02-18'],
  ['8–12 December 2025', '2025-12-08', '2025-12-12'],
  ['15 December to 9 January 2026', '2025-12-15', '2026-01-09'],
  ['12  to 23   May 2025 ', '2025-05-12', '2025-05-23'],
  ['3rd to 7th June 2024', '2024-06-03', '2024-06-07'],
  ['29 February 2024', '2024-02-29', '2024-02-29'],
])('dates: %s', (printed, start, end) => {
  expect(readDates(printed)).toEqual({ start, end });
});

test.each([
  '',
  'May 2024',
  '29 February 2023',
  '31 to 32 May 2024',
  '0 May 2024',
  '12 to 8 May 2024',
  '6 to 7 Mai 2024',
  '6 May 24',
])('no dates: %j', (printed) => {
  expect(readDates(printed)).toBeNull();
});

test.each([
  [['multi\uFFFE', 'agency'], 'multi-agency'],
  [['COVID\uFFFE19 pandemic'], 'COVID-19 pandemic'],
  [['short-', 'and long-term'], 'short- and long-term'],
  [['co-', 'written plans '], 'co-written plans'],
  [['a dash -', 'and more'], 'a dash - and more'],
  [['one ', '', ' two'], 'one two'],
  [[], ''],
  [['improve\u00AD', 'ment'], 'improvement'],
  [['multi\u2010', 'agency'], 'multi\u2010agency'],
])('mends %j', (lines, text) => {
  expect(mendLines(lines)).toBe(text);
});

test.each([
  ['10. Text', 10],
  ['10.Text', 10],
  ['15.  Text', 15],
  ['2.1 Text', null],
  ['10.', null],
  ['2024. Text', null],
  ['10 Text', null],
])('number of %j', (line, number) => {
  expect(numberOf(line)).toBe(number);
});

test.each([
  ['Overall eﬀectiveness', 'overall effectiveness'],
  ['ﬁrst  aﬄuent', 'first affluent'],
  ['Care\u00A0leavers', 'care leavers'],
  ['multi\u2010agency', 'multi-agency'],
  ['Ｇｏｏｄ', 'good'],
])('%j is compared as %j', (printed, plain) => {
  expect(plainWords(printed)).toBe(plain);
});

test.each([
  ['Page 1 of 3', true],
  ['1 of 3', true],
  ['Page 3', true],
  ['- 4 -', true],
  ['2/12', true],
  ['3 of 2', false],
  ['1. Text', false],
  ['Page', false],
])('%j is a page’s number in words: %s', (text, expected) => {
  expect(isPageNumber(text)).toBe(expected);
});

test('bullets', () => {
  expect(bulletOf('◼ A point')).toEqual({ mark: '◼', rest: 'A point' });
  expect(bulletOf('\uF06E A point')).toEqual({ mark: '\uF06E', rest: 'A point' });
  expect(bulletOf('- no bullet')).toBeNull();
  expect(bulletOf('')).toBeNull();
});

describe('pages and lines', () => {
  test('count from one, through all pages, as an editor counts them', () => {
    expect(splitPages('a\r\nb\n\f\nc\rd\fe').lines).toEqual([
      { page: 1, line: 1, text: 'a' },
      { page: 1, line: 2, text: 'b' },
      { page: 1, line: 3, text: '' },
      { page: 2, line: 4, text: 'c' },
      { page: 2, line: 5, text: 'd' },
      { page: 3, line: 5, text: 'e' },
    ]);
  });

  test('a recurring footer and a page number are furniture, a first page’s title is not', () => {
    const page = (number: number): string => `Words ${'x'.repeat(number)}\nPage ${String(number)} of 4\n`;
    const { body, furniture } = setFurnitureAside(splitPages([1, 2, 3, 4].map(page).join('\f\n')));
    expect(furniture.map((line) => line.text)).toEqual([
      'Page 1 of 4',
      'Page 2 of 4',
      'Page 3 of 4',
      'Page 4 of 4',
    ]);
    expect(body.map((line) => line.text)).toEqual(['Words x', 'Words xx', 'Words xxx', 'Words xxxx']);
  });
});

test.each([
  ['Good', 'good', ''],
  ['Requires improvement', 'requires-improvement', ''],
  ['requires improvement to be good', 'requires-improvement', ''],
  ['and families Inadequate', 'inadequate', 'and families'],
])('grade at the end of %j', (text, id, before) => {
  expect(printedGradeAtEnd(text, ilacs2023)).toEqual({ id, before });
});

test('no grade at the end of other words', () => {
  expect(printedGradeAtEnd('to be good', ilacs2023)).toEqual({ id: 'good', before: 'to be' });
  expect(printedGradeAtEnd('feelgood', ilacs2023)).toBeNull();
  expect(printedGradeAtEnd('Secure', ilacs2023)).toBeNull();
});

test('areas by name: exactly, as the only one whose words it holds, or not at all', () => {
  const id = (name: string): readonly unknown[] => {
    const match = matchArea(name, ilacs2023);
    return [match?.area.id, match?.exact];
  };
  expect(id('The experiences and progress of care leavers')).toEqual(['care-leavers', true]);
  expect(id('The experiences and progress of children care leavers')).toEqual(['care-leavers', false]);
  expect(id('The experiences and progress of children in care and care leavers')).toEqual([
    undefined,
    undefined,
  ]);
  expect(id('Young carers')).toEqual([undefined, undefined]);
});

test('the account names what is missing and what is there twice', () => {
  const text =
    'Inspection of Aldermoor local authority children’s services\nInspection dates: 6 to 17 May 2024\nSome words.';
  const read = readReport(splitPages(text), frameworks);
  if (!read.ok) throw new Error(read.error.message);
  expect(accountForCharacters(text, read.value).complete).toBe(true);
  const fewer = { ...read.value, facts: read.value.facts.slice(1) };
  expect(accountForCharacters(text, fewer).complete).toBe(false);
  expect(accountForCharacters(text, fewer).missing).toContainEqual({ character: '’', count: 1 });
  const more = { ...read.value, summary: [...read.value.summary, 'zz'] };
  expect(accountForCharacters(text, more)).toMatchObject({
    complete: false,
    extra: [{ character: 'z', count: 2 }],
  });
});

test('what is set aside stands in the order of its lines', () => {
  const text = '1\nInspection of Aldermoor\nInspection dates: 6 to 17 May 2024\n\f\n2\nWords.\n';
  const read = readReport(splitPages(text), frameworks);
  expect(read.ok && setAside(read.value).map((line) => line.line)).toEqual([1, 2, 3, 5]);
});
