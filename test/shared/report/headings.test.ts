import { describe, expect, test } from 'vitest';
import { accountForCharacters } from './account-for-characters.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';
import { readAreaLine } from '../../../src/shared/report/area-line.ts';
import { readDates, readPeriods } from '../../../src/shared/report/read-dates.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { frameworks } from './frameworks.ts';

const [, ilacs2023] = frameworks;
if (ilacs2023 === undefined) throw new Error('three frameworks');

const help = 'The experiences and progress of children who need help and protection';
const inCare = 'The experiences and progress of children in care';
const leavers = 'The experiences and progress of care leavers';
const leaders = 'The impact of leaders on social work practice with children and families';

const plain = {
  dates: '4 to 15 November 2024',
  table: [
    `${leaders} Good`,
    `${help} Good`,
    `${inCare} Good`,
    `${leavers} Outstanding`,
    'Overall effectiveness Good',
  ],
  summary: ['Services are good and have improved since the last visit.'],
  improvements: ['What needs to improve?', '◼ The quality of chronologies.', '◼ The timeliness of visits.'],
  sections: [
    [`${help}: good`, '1. Help is offered early.'],
    [`${inCare}: good`, '2. Children in care live well.'],
    [`${leavers}: outstanding`, '3. Care leavers thrive.'],
    [`${leaders}: good`, '4. Leaders know their services.'],
  ],
};

function read(changes: Partial<typeof plain>): ImportedReport {
  const { dates, table, summary, improvements, sections } = { ...plain, ...changes };
  const text = [
    'Inspection of Aldermoor local authority children’s services',
    `Inspection dates: ${dates}`,
    'Lead inspector: Rowan Ashdown, His Majesty’s Inspector',
    'Judgement Grade',
    ...table,
    ...summary,
    ...improvements,
    ...sections.flat(),
  ].join('\n');
  const report = readReport(splitPages(text), frameworks);
  if (!report.ok) throw new Error(report.error.message);
  expect(accountForCharacters(text, report.value)).toMatchObject({ complete: true });
  return report.value;
}

/** Paragraphs of each area, in the framework's order, then improvements and texts under no heading. */
function shape(report: ImportedReport): readonly unknown[] {
  return [
    ...report.areas.map(({ paragraphs }) => paragraphs.length),
    report.improvements.length,
    report.otherSections.length,
  ];
}
const whole = [1, 1, 1, 1, 0, 2, 0];
const codes = (report: ImportedReport): readonly string[] => report.warnings.map(({ code }) => code);

describe('a heading is read by what it says', () => {
  test.each([
    ['a verb', `${help} is good`],
    ['a plural verb', `${help} are good`],
    ['an older verb', `${help} remain good`],
    ['a longer verb', `${help} have been judged good`],
    ['a verb and a full stop', `${help} are good.`],
    ['a full stop', `${help}: good.`],
    ['a dash', `${help} – good`],
    ['a hyphen', `${help} - good`],
    ['no space after the colon', `${help}:good`],
    ['capitals', `${help}: GOOD`.toUpperCase()],
    ['a mark of a footnote', `${help}: good1`],
    ['a mark after the full stop', `${help}: good.1`],
    ['two lines', `${help}\nis good`],
    ['a grade that is a verb', `${help} requires improvement to be good`],
    ['the same in the plural', `${help} require improvement to be good`],
    ['a grade on the next line', `${help} requires improvement\nto be good.`],
  ])('with %s', (_name, heading) => {
    const sections = [[heading, '1. Help is offered early.'], ...plain.sections.slice(1)];
    expect(shape(read({ sections }))).toEqual(whole);
  });

  test.each([
    ['Children who need help and protection: good', 'area-name-differs'],
    ['Help and protection: good.', 'area-name-differs'],
    ['Children who need help and protection are good', 'area-name-differs'],
  ])('shortened, with a warning: %s', (heading, code) => {
    const report = read({ sections: [[heading, '1. Help is offered early.'], ...plain.sections.slice(1)] });
    expect(shape(report)).toEqual(whole);
    expect(codes(report)).toEqual([code]);
  });

  test.each([
    'What needs to improve:',
    'What needs to improve',
    'WHAT NEEDS TO IMPROVE?',
    'What does the local authority need to improve?',
    'What needs to improve in this area of social work practice?',
    'Areas for improvement',
    'What needs to\nimprove?',
  ])('points are headed %j', (heading) => {
    expect(shape(read({ improvements: [heading, ...plain.improvements.slice(1)] }))).toEqual(whole);
  });

  test.each([
    ['goes on in lower case', [`${leavers} are good`, 'and improving. They are well.']],
    ['is the start of a sentence', [`${leavers} are good because`, 'they are well.']],
    ['ends in other words', ['Care leavers say that support is good', 'and that it is near.']],
  ])('prose that %s is no heading and no question', (_name, lines) => {
    const report = read({ summary: lines });
    expect(shape(report)).toEqual(whole);
    expect(report.summary.join(' ')).toBe(lines.join(' '));
    expect(codes(report)).toEqual([]);
  });

  test.each([
    ['a sentence before unnumbered prose', [`${inCare} are good.`, 'They see their workers often.']],
    ['a shortened name before prose', ['Care leavers are outstanding', 'They see their workers often.']],
  ])('%s is asked after and kept as text', (_name, lines) => {
    const report = read({ summary: lines });
    expect(shape(report)).toEqual(whole);
    expect(report.summary.join(' ')).toBe(lines.join(' '));
    expect(report.warnings).toMatchObject([{ code: 'heading-in-question', text: null }]);
    expect(report.warnings[0]?.message).toContain('move what follows it to that area');
  });

  test('two areas in one name are none of them', () => {
    expect(readAreaLine('The experiences and progress of children: good', ilacs2023)).toBeNull();
    expect(readAreaLine(`${inCare} and care leavers are good`, ilacs2023)).toBeNull();
  });
});

describe('a list of points ends where prose begins', () => {
  test.each([
    ['numbered paragraphs after bullets', ['1. A paragraph.', '2. Another.']],
    ['a sentence after a gap', ['', 'Inspectors also saw other things.']],
  ])('%s', (_name, prose) => {
    const report = read({ improvements: [...plain.improvements, ...prose] });
    expect(report.improvements).toEqual(['The quality of chronologies.', 'The timeliness of visits.']);
    expect(report.otherSections.flatMap(({ paragraphs }) => paragraphs)).toEqual(
      prose.filter((line) => line !== ''),
    );
    expect(codes(report)).toContain('text-without-heading');
  });

  test('numbered paragraphs under a list without bullets', () => {
    const report = read({
      improvements: ['What needs to improve?', 'The timeliness of visits.', '1. A paragraph.'],
      sections: [],
    });
    expect(report.improvements).toEqual(['The timeliness of visits.']);
    expect(report.otherSections).toEqual([{ title: '', paragraphs: ['1. A paragraph.'] }]);
  });

  test('numbered points stay points where the narrative begins at 1 again', () => {
    const report = read({ improvements: ['What needs to improve?', '1. Chronologies.', '2. Visits.'] });
    expect(report.improvements).toEqual(['1. Chronologies.', '2. Visits.']);
    expect(report.otherSections).toEqual([]);
  });

  test('a point goes on over lines and over a blank line in its sentence', () => {
    const report = read({
      improvements: [
        'What needs to improve?',
        '◼ The quality',
        'of chronologies',
        '',
        'and plans.',
        '◼ Visits',
      ],
    });
    expect(report.improvements).toEqual(['The quality of chronologies and plans.', 'Visits']);
  });
});

describe('the table of grades', () => {
  test('with a ligature in the name of an area', () => {
    const report = read({ table: [...plain.table.slice(0, -1), 'Overall e\uFB00ectiveness Good'] });
    expect(report.areas.at(-1)).toMatchObject({ id: 'overall', grade: 'good' });
  });

  test.each([1, 2, 3])('with %i blank lines between its rows', (count) => {
    const blank = Array.from({ length: count }, () => '');
    const report = read({ table: plain.table.flatMap((row) => [row, ...blank]) });
    expect(report.areas.map(({ grade }) => grade)).toEqual(['good', 'good', 'good', 'outstanding', 'good']);
    expect(report.summary).toEqual(plain.summary);
    expect(codes(report)).toEqual([]);
  });

  test.each([
    [
      [
        'The experiences and progress of children and young people in Aldermoor are good',
        'across the framework.',
      ],
    ],
    [['The impact of leaders in Aldermoor is good', 'Much has been done.']],
    [
      [
        'The experiences and progress of care leavers in particular have been',
        'outstanding since the last visit.',
      ],
    ],
    [['Overall effectiveness remains good', 'and leaders know it.']],
  ])('ends before a summary that begins like a row: %j', (summary) => {
    const report = read({ summary });
    expect(shape(report)).toEqual(whole);
    expect(report.summary.join(' ')).toBe(summary.join(' '));
    expect(codes(report)).toEqual([]);
  });
});

describe('periods of inspection', () => {
  test.each([
    ['30 September to 11 October 2024 and 13 to 16 January 2025', '2024-09-30', '2025-01-16', 2],
    ['7 to 11 March and 21 to 25 March 2022', '2022-03-07', '2022-03-25', 2],
    ['4 to 8 and 18 to 22 March 2024', '2024-03-04', '2024-03-22', 2],
    ['9 to 13 December and 6 to 10 January 2025', '2024-12-09', '2025-01-10', 2],
    ['4 to 8 March 2024, 18 to 22 March 2024 and 3 April 2024', '2024-03-04', '2024-04-03', 3],
    ['17 and 18 May 2023', '2023-05-17', '2023-05-18', 1],
  ])('%s', (printed, start, end, count) => {
    expect(readDates(printed)).toEqual({ start, end });
    expect(readPeriods(printed)).toHaveLength(count);
  });

  test.each(['4 to 8 March 2024 and later', '18 to 22 March 2024 and 4 to 8 March 2024', '4 and and 5 May'])(
    'no dates: %s',
    (printed) => {
      expect(readDates(printed)).toBeNull();
    },
  );

  test('are one inspection of the framework in force at the first, and asked after', () => {
    const report = read({ dates: '12 to 16 December 2022 and 9 to 13 January 2023' });
    expect(report.inspection).toEqual({ start: '2022-12-12', end: '2023-01-13' });
    expect(report.frameworkId).toBe('ilacs-2018');
    expect(codes(report)).toContain('two-periods');
    const wrapped = read({ dates: '8 July 2019 to 12 July 2019 and 7 August 2019 to\n8 August 2019' });
    expect(wrapped.inspection).toEqual({ start: '2019-07-08', end: '2019-08-08' });
    expect(codes(wrapped)).toContain('two-periods');
    expect(shape(read({ dates: '4 to 8 and 18 to 22 March 2024' }))).toEqual(whole);
  });
});
