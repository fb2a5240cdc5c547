import { describe, expect, it, test } from 'vitest';
import { pdfOfPages, type PlacedWords } from '../report-fixtures.ts';
import { readReportLines } from '../../../../src/main/documents/read-report-lines.ts';
import { readReport } from '../../../../src/shared/report/read-report.ts';
import type { ImportedReport } from '../../../../src/shared/report/imported-report.ts';
import type { PlacedLine } from '../../../../src/shared/report/source-text.ts';
import type { ImportWarning } from '../../../../src/shared/report/import-warning.ts';
import { accountForCharacters } from '../../../shared/report/account-for-characters.ts';
import { frameworks } from '../../../shared/report/frameworks.ts';

type Pages = readonly (readonly PlacedWords[])[];

async function read(
  pages: Pages,
): Promise<{ readonly lines: readonly PlacedLine[]; readonly warnings: readonly ImportWarning[] }> {
  const found = await readReportLines(pdfOfPages(pages));
  if (!found.ok) throw new Error(found.error.message);
  return { lines: found.value.source.lines, warnings: found.value.warnings };
}

async function report(pages: Pages): Promise<ImportedReport> {
  const { lines, warnings } = await read(pages);
  const made = readReport({ lines }, frameworks, { warnings });
  if (!made.ok) throw new Error(made.error.message);
  expect(accountForCharacters({ lines }, made.value)).toMatchObject({ complete: true });
  return made.value;
}

/** Lines below each other from the top, at one left edge. */
function below(texts: readonly string[], x = 50, top = 780): readonly PlacedWords[] {
  return texts.map((text, at) => ({ text, x, y: top - at * 14 }));
}

const apartFrom = (lines: readonly PlacedLine[]): readonly (readonly [string, string])[] =>
  lines.flatMap(({ text, furniture }) => (furniture === undefined ? [] : [[text, furniture] as const]));
const textOf = (lines: readonly PlacedLine[]): readonly string[] =>
  lines.filter(({ furniture }) => furniture === undefined).map(({ text }) => text);

const first = below([
  'Inspection of Anywhere local authority children’s services',
  'Inspection dates: 4 to 15 November 2024',
  'Lead inspector: Sam Sample, His Majesty’s Inspector',
  'Judgement Grade',
  'The impact of leaders on social work practice with children and families Good',
  'The experiences and progress of children who need help and protection Good',
  'The experiences and progress of children in care Good',
  'The experiences and progress of care leavers Outstanding',
  'Overall eﬀectiveness Good',
  'Services have improved.',
  'What needs to improve?',
  '◼ The quality of chronologies.',
]);
const second = below([
  'The experiences and progress of children who need help and protection: good',
  '1. Help is oﬀered early and ﬁrst contacts are eﬃcient and ﬂexible.',
  'The experiences and progress of children in care: good',
  '2. Children in care live well.',
  'The experiences and progress of care leavers: outstanding',
  '3. Care leavers thrive.',
  'The impact of leaders on social work practice with children and families: good',
  '4. Leaders know their services.',
]);

describe('ligatures', () => {
  it('are read as their letters, so that rows are graded and words are words', async () => {
    const { areas, summary, warnings } = await report([first, second]);
    expect(areas.find(({ id }) => id === 'overall')?.grade).toBe('good');
    expect(summary).toEqual(['Services have improved.']);
    expect(areas.find(({ id }) => id === 'help-and-protection')?.paragraphs).toEqual([
      '1. Help is offered early and first contacts are efficient and flexible.',
    ]);
    expect(warnings).toEqual([]);
  });

  it('are kept as printed beside the line', async () => {
    const { lines } = await read([second]);
    expect(lines.filter(({ printed }) => printed !== undefined)).toMatchObject([
      {
        text: '1. Help is offered early and first contacts are efficient and flexible.',
        printed: second[1]?.text,
      },
    ]);
  });
});

describe('furniture', () => {
  const marking = { text: 'OFFICIAL – SENSITIVE', x: 50, y: 820, size: 8 };
  const footer = (page: number, of: number): PlacedWords => ({ text: `Page ${page} of ${of}`, x: 50, y: 30 });
  const draft = { text: 'DRAFT', x: 200, y: 400, size: 60, turned: 45 };

  test.each<[string, Pages, readonly (readonly [string, string])[]]>([
    [
      'a marking above the title and page numbers below, from the first page on',
      [
        [marking, ...first, footer(1, 2)],
        [marking, ...second, footer(2, 2)],
      ],
      [
        ['OFFICIAL – SENSITIVE', 'marking'],
        ['Page 1 of 2', 'page-number'],
        ['OFFICIAL – SENSITIVE', 'marking'],
        ['Page 2 of 2', 'page-number'],
      ],
    ],
    [
      'a turned watermark on every page',
      [
        [...first, draft],
        [draft, ...second],
      ],
      [
        ['DRAFT', 'watermark'],
        ['DRAFT', 'watermark'],
      ],
    ],
    ['a watermark on one page alone', [first, [draft, ...second]], [['DRAFT', 'watermark']]],
    [
      'large words over the text',
      [[...first, { text: 'CONFIDENTIAL', x: 90, y: 690, size: 48 }], second],
      [['CONFIDENTIAL', 'watermark']],
    ],
    [
      'a stamp that is drawn last',
      [[...first, { text: 'RECEIVED 12 NOV 2024', x: 400, y: 815 }], second],
      [['RECEIVED 12 NOV 2024', 'marking']],
    ],
    [
      'a footer without any page’s number that runs over all pages',
      [first, second, below(['5. They act.'])].map((page) => [
        ...page,
        { text: 'Northmere Inspectorate', x: 250, y: 28, size: 8 },
      ]),
      Array.from({ length: 3 }, () => ['Northmere Inspectorate', 'running'] as const),
    ],
  ])('%s is none of the text', async (_name, pages, expected) => {
    const { lines } = await read(pages);
    expect(apartFrom(lines)).toEqual(expected);
    const { provider, improvements, areas, furniture } = await report(pages);
    expect(provider).toBe('Anywhere');
    expect(improvements).toEqual(['The quality of chronologies.']);
    expect(areas.find(({ id }) => id === 'leaders')?.paragraphs).toContain('4. Leaders know their services.');
    expect(furniture.filter(({ text }) => text !== '•' && text !== '◼')).toMatchObject(
      expected.map(([text, kind]) => ({ text, furniture: kind })),
    );
  });

  it('takes words that run another way apart and asks a person to look', async () => {
    const { lines, warnings } = await read([
      [...first, { text: 'Contacts each month', x: 40, y: 300, turned: 90 }],
    ]);
    expect(apartFrom(lines)).toEqual([['Contacts each month', 'turned']]);
    expect(warnings).toMatchObject([{ code: 'turned-text', line: 13 }]);
  });

  it('reads a page that lies on its side as it is meant', async () => {
    const turned = second.map(({ text, x, y }) => ({ text, x: 842 - y, y: x, turned: 90 }));
    const { lines } = await read([first, turned]);
    expect(textOf(lines).slice(first.length)).toHaveLength(second.length);
    expect(apartFrom(lines)).toEqual([]);
  });

  it('leaves a title that later pages repeat as their header, and a line that looks like a marking', async () => {
    const title = 'Inspection of Anywhere local authority children’s services';
    const header = { text: title, x: 50, y: 820, size: 8 };
    const prose = below(['Plans are', 'Confidential', 'records of them are kept.'], 50, 500);
    const { lines } = await read([
      first,
      [header, ...second],
      [header, ...prose, ...below(['Ends.'], 50, 60)],
    ]);
    expect(apartFrom(lines)).toEqual([
      [title, 'running'],
      [title, 'running'],
    ]);
    expect(textOf(lines)[0]).toBe(title);
    expect(textOf(lines)).toContain('Confidential');
  });
});

describe('columns', () => {
  const left = [
    'Help is offered early and first',
    'contacts are answered. Staff',
    'respond at once to what',
    'families say.',
  ];
  const right = [
    'Plans are clear and are kept',
    'under review by managers who',
    'know each child. Visits are',
    'regular.',
  ];
  const across = left.flatMap((text, at) => [
    { text, x: 50, y: 700 - 14 * at },
    { text: right[at] ?? '', x: 310, y: 700 - 14 * at },
  ]);
  const heading = {
    text: 'What inspectors saw in the weeks on site, in the two offices of the authority',
    x: 50,
    y: 730,
  };

  test.each<[string, readonly PlacedWords[], readonly string[]]>([
    ['drawn line by line across the gutter', [heading, ...across], [heading.text, ...left, ...right]],
    [
      'drawn so on base lines that differ',
      [heading, ...across.map((words) => (words.x > 300 ? { ...words, y: words.y - 5 } : words))],
      [heading.text, ...left, ...right],
    ],
    [
      'drawn one after the other',
      [heading, ...below(left, 50, 700), ...below(right, 310, 700)],
      [heading.text, ...left, ...right],
    ],
    [
      'drawn the right one first',
      [heading, ...below(right, 310, 700), ...below(left, 50, 700)],
      [heading.text, ...left, ...right],
    ],
    [
      'in threes',
      left.flatMap((text, at) => [
        { text, x: 30, y: 700 - 14 * at },
        { text: right[at] ?? '', x: 210, y: 700 - 14 * at },
        { text: left[at] ?? '', x: 390, y: 700 - 14 * at },
      ]),
      [...left, ...right, ...left],
    ],
  ])('%s are read one after the other', async (_name, words, expected) => {
    expect(textOf((await read([words])).lines)).toEqual(expected);
  });

  it('are none where a table is drawn row by row', async () => {
    const names = [
      'The impact of leaders on social work',
      'practice with children and families',
      'Overall effectiveness',
    ];
    const grades = ['Requires improvement', 'to be good', 'Good'];
    const rows = names.flatMap((text, at) => [
      { text, x: 50, y: 700 - 14 * at },
      { text: grades[at] ?? '', x: 310, y: 700 - 14 * at },
    ]);
    expect(textOf((await read([rows])).lines)).toEqual(
      names.map((name, at) => `${name} ${grades[at] ?? ''}`),
    );
  });
});

describe('hyphens at the ends of lines', () => {
  test.each<[string, readonly string[], string]>([
    [
      'kept where the text has the word so elsewhere',
      ['A multi-', 'agency team. Multi-agency work is good.'],
      'multi-agency team',
    ],
    [
      'mended where the text has the word without',
      ['Their super-', 'vision is good. Good supervision helps.'],
      'Their supervision is',
    ],
    ['mended before what is no word', ['The improve-', 'ment is plain.'], 'The improvement is'],
    ['kept before what may be one', ['A well-', 'being service.'], 'A well-being service'],
    ['mended where they are soft', ['Their prac\u00AD', 'tice is sound.'], 'Their practice is'],
    [
      'read where a font has them as soft ones in a line',
      ['A multi\u00ADagency', 'team meets.'],
      'A multi-agency team',
    ],
    ['left where they hang', ['Short-', 'and long-term plans.'], 'Short- and long-term'],
  ])('are %s', async (_name, text, expected) => {
    const { areas } = await report([
      first,
      [
        ...below(['The experiences and progress of children who need help and protection: good']),
        ...below(text, 50, 760),
      ],
    ]);
    expect(areas.find(({ id }) => id === 'help-and-protection')?.paragraphs.join(' ')).toContain(expected);
  });
});
