import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountForCharacters } from './account-for-characters.ts';
import type { ReportFramework } from '../../../src/shared/report/report-framework.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { frameworks } from './frameworks.ts';

const head =
  'Inspection of Aldermoor local authority children’s services\nInspection dates: 6 to 17 May 2024\n';

function warnings(text: string): readonly string[] {
  const read = readReport(splitPages(text), frameworks);
  return read.ok ? read.value.warnings.map((warning) => warning.code) : [read.error.code];
}

describe('what is no report', () => {
  test.each([
    ['', 'empty'],
    [' \n\f\n \n', 'empty'],
    ['Dear all,\n\nlunch is at noon.\n', 'no-report'],
    ['Notes on the framework\n1. Buy bread.\n2. Inspect it.\n', 'no-report'],
  ])('%j is refused as %s', (text, code) => {
    const read = readReport(splitPages(text), frameworks);
    expect(read).toMatchObject({ ok: false, error: { code } });
    if (!read.ok) expect(read.error.message).toMatch(/Nothing was imported/u);
  });
});

describe('what a report lacks is warned of, and nothing is made up', () => {
  test('no table, lead, improvements', () => {
    const text = `${head}The experiences and progress of care leavers: good\n1. They are well.\n`;
    expect(warnings(text)).toEqual(
      expect.arrayContaining([
        'lead-not-read',
        'no-table',
        'no-improvements',
        'area-not-graded',
        'area-without-text',
      ]),
    );
  });

  test('dates that cannot be read leave the framework open', () => {
    const text = `Inspection of Aldermoor\nInspection dates: 30 to 31 February 2024\nJudgement Grade\nOverall effectiveness Good\n`;
    const read = readReport(splitPages(text), frameworks);
    expect(read).toMatchObject({
      ok: true,
      value: { frameworkId: null, areas: [], inspection: { start: null, end: null } },
    });
    expect(warnings(text)).toEqual(expect.arrayContaining(['dates-not-read', 'no-framework']));
  });

  test('a person may choose the framework', () => {
    const text = `Inspection of Aldermoor\nJudgement Grade\nOverall effectiveness Good\n`;
    const read = readReport(splitPages(text), frameworks, { frameworkId: 'ilacs-2023' });
    expect(read).toMatchObject({ ok: true, value: { frameworkId: 'ilacs-2023' } });
    if (read.ok) expect(read.value.areas.find((area) => area.id === 'overall')?.grade).toBe('good');
  });

  test('warnings from reading the file come first', () => {
    const given = { code: 'assumed-windows-1252', message: 'x', line: null, text: null } as const;
    const read = readReport(splitPages(head), frameworks, { warnings: [given] });
    expect(read.ok && read.value.warnings[0]).toEqual(given);
  });
});

test('a framework of the schema is one that the import can use', () => {
  const use = (framework: Framework): ReportFramework => framework;
  expect(use).toBeTypeOf('function');
});

const fragment = fc.constantFrom(
  'Inspection of Aldermoor local authority children’s services',
  'Inspection dates: 6 to 17 May 2024',
  'Lead inspector: Rowan Ashdown, His Majesty’s Inspector',
  'Judgement Grade',
  'The experiences and progress of care',
  'leavers',
  'leavers: requires',
  'The experiences and progress of children in care: good',
  'improvement to be good',
  'Good',
  'Requires improvement',
  'to be good',
  'Overall effectiveness Outstanding',
  'What needs to improve?1',
  'What needs to improve?',
  '1',
  '2',
  '◼ A point',
  '◼',
  '1 The note runs on',
  'a decision\uFFFE1 The note',
  'COVID\uFFFE19 and multi\uFFFE',
  '1. First. ',
  '2.Second',
  'at the age of',
  '25. Support',
  'short-',
  '6 to 17 May 2024 2',
  'Contents',
  'Summary of findings 3',
  'Summary of findings',
  'The Office for Standards in Education',
  '© Crown copyright 2024',
  'Anything else, said plainly.',
  '',
  '\f',
);

test('whatever lines come in whatever order, every character is accounted for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 20, arbitrary: fragment }, fc.string({ unit: 'grapheme' })), {
        maxLength: 60,
      }),
      (lines) => {
        const text = `${head}${lines.join('\n')}`;
        const read = readReport(splitPages(text), frameworks);
        if (!read.ok) throw new Error(read.error.code);
        expect(accountForCharacters(text, read.value)).toMatchObject({
          missing: [],
          extra: [],
          complete: true,
        });
      },
    ),
    { numRuns: 1500 },
  );
});

/** How many characters of one kind stand in each place: five million in all in the full run. */
const many = process.env['PLUMBLINE_FULL'] === '1' ? 1_250_000 : 500_000;

describe('long texts are read in linear time (the runner stops a test that hangs)', () => {
  const paragraph = (number: number): string =>
    `${String(number)}. Families are heard, and the help they get\nis regular. Plans are clear.\n`;

  test('5 MB of numbered paragraphs in pages', () => {
    const parts: string[] = [head, 'The experiences and progress of care leavers: good\n'];
    for (let number = 1; parts.length < 70_000; number += 1) {
      parts.push(paragraph((number % 900) + 1));
      if (number % 12 === 0)
        parts.push(
          `\n\f\nInspection of Aldermoor local authority children’s services\n6 to 17 May 2024 ${String(number / 12 + 1)}\n`,
        );
    }
    const text = parts.join('');
    expect(text.length).toBeGreaterThan(5_000_000);
    const read = readReport(splitPages(text), frameworks);
    expect(read.ok && accountForCharacters(text, read.value).complete).toBe(true);
  });

  test.each([
    ['spaces', ' '],
    ['stops', '.'],
    ['quotation marks', '’'],
    ['digits', '1'],
    ['hyphens', 'a-'],
    ['colons', ': '],
    ['broken words', 'a\uFFFE1 '],
    ['form feeds', '\f'],
    ['area names', '\nThe experiences and progress of care'],
    ['calls of footnotes', 'a1 '],
    ['bare carriage returns', '\r'],
  ])(`up to ${(many * 4) / 1_000_000} MB of %s`, (_name, unit) => {
    const filler = unit.repeat(Math.ceil(many / unit.length));
    const within = /[\n\r\f]/u.test(unit) ? '' : filler;
    const text = `Inspection of x${within}y children’s services\nInspection dates: 6 to 17 May 2024\nLead inspector: A${within}B\nWhat needs to improve${within}z\n${filler}${filler}`;
    const read = readReport(splitPages(text), frameworks);
    expect(read.ok && accountForCharacters(text, read.value).complete).toBe(true);
  });
});
