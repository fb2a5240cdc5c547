import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accountForCharacters } from './account-for-characters.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';

const folder = new URL('../../../resources/frameworks/', import.meta.url);
const frameworks = readdirSync(folder).map((name) => {
  const check = checkFramework(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!check.ok) throw new Error(name);
  return check.framework;
});

function read(lines: readonly string[], frameworkId?: string): ImportedReport {
  const text = lines.join('\n');
  const report = readReport(splitPages(text), frameworks, frameworkId === undefined ? {} : { frameworkId });
  if (!report.ok) throw new Error(report.error.message);
  expect(accountForCharacters(text, report.value)).toMatchObject({ complete: true });
  return report.value;
}

const grades = ({ areas }: ImportedReport): unknown =>
  Object.fromEntries(areas.map(({ id, grade, paragraphs }) => [id, [grade, paragraphs.length]]));
const codes = ({ warnings }: ImportedReport): readonly string[] => warnings.map(({ code }) => code);

describe('a report of the single inspection framework', () => {
  const report = (dates: string, overall: readonly string[]): readonly string[] => [
    'Aldermoor',
    'Inspection of services for children in need of help and',
    'protection, children looked after and care leavers',
    `Inspection date: ${dates}`,
    ...overall,
    '1. Children who need help and protection',
    'Requires',
    'improvement to be',
    'good',
    '2. Children looked after and achieving',
    'permanence',
    'Inadequate',
    '2.1 Adoption performance Good',
    '2.2 Experiences and progress of care leavers Outstanding',
    '3. Leadership, management and governance Requires Improvement',
    'Executive summary',
    'Managers know the service well. Overall effectiveness is discussed below.',
    'Recommendations',
    '1. See children soon.',
    '2. Write plans that families can read.',
    'The experiences and progress of',
    'children who need help and protection',
    'Requires improvement',
    'to be good',
    'Help is offered early.',
    'The experiences and progress of children looked after and achieving permanence',
    'Inadequate',
    '3. Children wait too long.',
    'The graded judgement for adoption performance is that it is good',
    '4. Adopters are found.',
    'The graded judgement about the experience and progress of care leavers',
    'is that it is outstanding',
    '5. Young people thrive.',
    'Leadership, management and governance',
    'Requires improvement',
    '6. Leaders know the service.',
  ];

  test.each([
    [
      '6 July 2015 to 30 July 2015',
      ['Children’s services in Aldermoor require', 'improvement to be good'],
      'requires-improvement',
    ],
    [
      '27 February 2018 to 22 March 2018',
      ['Children’s services in Aldermoor are inadequate', 'There are serious failures.'],
      'inadequate',
    ],
    ['4 to 28 May 2016', ["Children's services in Aldermoor are good."], 'good'],
    ['2 to 25 June 2014', ['The overall judgement is requires improvement'], 'requires-improvement'],
    ['3 to 26 June 2014', ['The overall judgement is that children’s services are good'], 'good'],
  ])('of %s is read whole', (dates, overall, grade) => {
    const imported = read(report(dates, overall));
    expect(imported.frameworkId).toBe('sif-2013');
    expect(imported.provider).toBe('Aldermoor');
    expect(grades(imported)).toEqual({
      'help-and-protection': ['requires-improvement', 1],
      'looked-after-and-permanence': ['inadequate', 1],
      adoption: ['good', 1],
      'care-leavers': ['outstanding', 1],
      leadership: ['requires-improvement', 1],
      overall: [grade, 0],
    });
    expect(imported.improvements).toEqual([
      '1. See children soon.',
      '2. Write plans that families can read.',
    ]);
    expect(imported.summary.join(' ')).toContain('Managers know the service well.');
    expect(codes(imported)).toEqual(['lead-not-read']);
  });

  test('of another framework than the one chosen says plainly that nothing of it could be read', () => {
    const imported = read(report('4 to 28 May 2016', []), 'estyn');
    expect(codes(imported)).toContain('nothing-of-framework');
    expect(imported.warnings.find(({ code }) => code === 'nothing-of-framework')?.message).toContain(
      'Choose another framework',
    );
  });
});

describe('a letter on a focused visit', () => {
  const letter = (title: readonly string[], said: readonly string[]): readonly string[] => [
    'Ofsted',
    'Piccadilly Gate',
    'www.gov.uk/ofsted',
    '22 June 2023',
    'Sam Sample',
    'Director of Children’s Services',
    'Dear Sam Sample',
    ...title,
    ...said,
    'Headline findings',
    'Care leavers are well supported.',
    'What needs to improve in this area of social work practice?',
    '◼ The timeliness of pathway plans.',
    'Main findings',
    'Workers know their young people.',
  ];

  test.each([
    [
      'on two days',
      ['Focused visit to Aldermoor children’s services'],
      ['This letter summarises the findings of the visit', 'on 17 and 18 May 2023. The inspectors were two.'],
      '2023-05-17',
      '2023-05-18',
      'ilacs-2023',
    ],
    [
      'on two days of a month',
      ['Focused visit to Aldermoor', 'children’s services'],
      ['The visit was on the 15 and 16 of May 2018.'],
      '2018-05-15',
      '2018-05-16',
      'ilacs-2018',
    ],
    [
      'over a week',
      ['Focused visit to the Aldermoor local authority children’s social care services'],
      ['The visit ran from 29 June to 3 July 2026.'],
      '2026-06-29',
      '2026-07-03',
      'ilacs-2026',
    ],
  ])('%s comes in as narrative, graded nothing', (_name, title, said, start, end, framework) => {
    const imported = read(letter(title, said));
    expect(imported).toMatchObject({
      provider: 'Aldermoor',
      kind: 'focused-visit',
      inspection: { start, end },
      published: '2023-06-22',
      frameworkId: framework,
      areas: [],
      improvements: ['The timeliness of pathway plans.'],
      otherSections: [{ title: 'Main findings', paragraphs: ['Workers know their young people.'] }],
    });
    expect(imported.summary.at(-1)).toBe('Care leavers are well supported.');
    expect(codes(imported)).toEqual(['lead-not-read', 'grades-nothing']);
  });

  test('whose dates cannot be read is kept whole, and says so', () => {
    const imported = read(letter(['Focused visit to Aldermoor children’s services'], ['We came in May.']));
    expect(imported.frameworkId).toBeNull();
    expect(codes(imported)).toContain('dates-not-read');
  });
});

test.each([
  ['typically lead to positive experiences and outcomes for children.', 'typically-positive'],
  ['lead to inconsistent experiences and outcomes for children.', 'inconsistent'],
  ['show widespread and/or systemic failings leading to concerns.', 'failings'],
  ['are as they were.', null],
])('a report on the area for special needs whose arrangements %s', (said, grade) => {
  const imported = read([
    'Local area partnership report',
    'Area SEND inspection of Aldermoor Local',
    'Area Partnership',
    'Inspection dates: 11 to 15 March 2024',
    'Dates of previous inspection: 23 to 27 January 2017',
    'Inspection outcome',
    `The local area partnership’s arrangements ${said}`,
    'What is it like to be a child or young person with SEND in this area?',
    'Children are heard.',
    'Areas for improvement',
    'Leaders should plan ahead.',
  ]);
  expect(imported).toMatchObject({
    provider: 'Aldermoor',
    frameworkId: 'area-send',
    improvements: ['Leaders should plan ahead.'],
  });
  expect(grades(imported)).toEqual({ partnership: [grade, 1] });
  expect(imported.summary.at(-1)).toBe('Children are heard.');
  expect(codes(imported).includes('area-not-graded')).toBe(grade === null);
});
