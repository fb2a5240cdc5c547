import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountForImport, type ImportAccount } from '../../../src/shared/report/import-account.ts';
import type { SourceText } from '../../../src/shared/report/source-text.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { readReportLines, splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { frameworks } from './frameworks.ts';

function account(source: SourceText): ImportAccount {
  const read = readReport(source, frameworks);
  if (!read.ok) throw new Error(read.error.message);
  return accountForImport(source, read.value);
}

const letters = (texts: readonly string[]): string =>
  texts.join('').replaceAll(/\s+/gu, '').replaceAll('\uFFFE', '-');

function expectBalanced({ sums, blocks }: ImportAccount, source: SourceText): void {
  const all = [...source.lines, ...(source.notes ?? []), ...(source.furniture ?? [])];
  const count = all.map(({ text, printed }) => (printed ?? text).replaceAll(/\s+/gu, '')).join('').length;
  expect(sums.source).toBe(count);
  expect(sums.notPlaced).toBe(0);
  expect(sums.draft + sums.furniture + sums.questions + sums.normalised).toBe(sums.source);
  expect(letters(blocks.flatMap(({ lines }) => lines))).toBe(letters(all.map(({ text }) => text)));
}

const head = [
  'Inspection of Aldermoor local authority children’s services',
  'Inspection dates: 6 to 17 May 2024',
];
const leavers = 'The experiences and progress of care leavers';
const protection = 'The experiences and progress of children who need help and protection';

test('every line says where it went', () => {
  const source = splitPages(
    [
      ...head,
      'Judgement Grade',
      `${leavers} Good`,
      'The summary of a multi\uFFFE',
      'agency service.',
      'What needs to improve?',
      '◼ A point',
      'of two lines.',
      `${leavers}: good`,
      '1. They are well.',
      '2. They are heard.',
    ].join('\n'),
  );
  const read = account(source);
  expectBalanced(read, source);
  expect(
    read.blocks.map(({ line, to, paragraph }) => [line, Object.values(to).join(' '), paragraph]),
  ).toEqual([
    [1, 'structure', 1],
    [2, 'structure', 2],
    [3, 'structure', 3],
    [4, 'structure', 4],
    [5, 'summary', 0],
    [7, 'heading improvements', 7],
    [8, 'furniture', 8],
    [8, 'improvements', 0],
    [10, 'heading care-leavers', 10],
    [11, 'area care-leavers', 0],
    [12, 'area care-leavers', 1],
  ]);
  expect(read.blocks.find(({ to }) => to.of === 'improvements')?.lines).toEqual(['A point', 'of two lines.']);
  expect(read.normalised).toEqual([
    { page: 1, line: 5, printed: 'The summary of a multi\uFFFE', text: 'The summary of a multi-' },
  ]);
  expect(read.sums.normalised).toBe(1);
});

test.each([
  [
    'two paragraphs of which the later printed stands first in the framework',
    '1. They are well',
    '1. They are well',
  ],
  ['a note’s mark on a line of its own, and a numbered paragraph', '1', '1. They are well'],
])('%s keep their own lines', (_what, first, second) => {
  const source = splitPages(
    [
      ...head,
      'Judgement Grade',
      `${leavers} Good`,
      `${protection} Good`,
      'The services have improved.',
      `${leavers}: good`,
      first,
      'and heard.',
      `${protection}: good`,
      second,
      'and seen.',
    ].join('\n'),
  );
  const read = account(source);
  expectBalanced(read, source);
  const placed = read.blocks.filter(({ to }) => to.of === 'area');
  expect(placed.map(({ lines, to }) => [...lines, to.of === 'area' ? to.id : ''])).toEqual([
    [first, 'and heard.', 'care-leavers'],
    [second, 'and seen.', 'help-and-protection'],
  ]);
});

test('a line in question is counted there, and what no place has is not placed', () => {
  const text = [
    ...head,
    'Judgement Grade',
    `${leavers} Good`,
    `${leavers} are good.`,
    'They see their workers.',
  ].join('\n');
  const source = splitPages(text);
  const read = account(source);
  expectBalanced(read, source);
  expect(read.blocks.filter(({ question }) => question !== null)).toMatchObject([
    { line: 5, to: { of: 'summary' } },
  ]);
  expect(read.sums.questions).toBe(`${leavers} are good.`.replaceAll(' ', '').length);
  const report = readReport(source, frameworks);
  if (!report.ok) throw new Error(report.error.message);
  const lost = accountForImport(source, { ...report.value, summary: [] });
  expect(lost.sums.notPlaced).toBeGreaterThan(40);
  expect(lost.blocks.some(({ to }) => to.of === 'nowhere')).toBe(true);
});

test('compatibility forms and mended hyphens are listed with what was printed', () => {
  const lines = splitPages(
    [...head, 'Judgement Grade', `${leavers} Good`, 'The staff help.'].join('\n'),
  ).lines;
  const source = {
    lines: lines.map((line) => (line.line === 5 ? { ...line, printed: 'The sta\uFB00 help.' } : line)),
  };
  const read = account(source);
  expectBalanced(read, source);
  expect(read.normalised).toMatchObject([
    { line: 5, printed: 'The sta\uFB00 help.', text: 'The staff help.' },
  ]);
});

const fragment = fc.constantFrom(
  ...head,
  'Judgement Grade',
  `${leavers}: good`,
  `${leavers} are good.`,
  `${leavers} is good`,
  'Overall effectiveness Outstanding',
  'What needs to improve?1',
  'Care leavers',
  '1',
  '2',
  '◼ A point',
  '◼',
  '1 The note runs on',
  'a decision\uFFFE1 The note',
  'COVID\uFFFE19 and multi\uFFFE',
  '1. First. ',
  '2.Second',
  'short-',
  '6 to 17 May 2024 2',
  'Anything else, said plainly.',
  'The Office for Standards in Education',
  '© Crown copyright 2024',
  '',
  '\f',
);

test.each([
  ['went on with', ['a decision\uFFFE1 The note', 'What needs to improve?1', '\f', '1', '1. First. ']],
  ['looks like', ['1 The note runs on', '1', head[0] ?? '', '\f', '1 The note runs on']],
  [
    'stands after in its line',
    ['What needs to improve?1', 'Overall effectiveness Outstanding', 'a decision\uFFFE1 The note'],
  ],
])('a footnote that another paragraph %s is placed whole', (_, lines) => {
  const source = splitPages([...head, ...lines].join('\n'));
  const { sums } = account(source);
  expect([sums.notPlaced, sums.draft + sums.furniture + sums.normalised]).toEqual([0, sums.source]);
});

test('whatever lines come in whatever order, the four sums add up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 20, arbitrary: fragment }, fc.string()), { maxLength: 60 }),
      (lines) => {
        const source = splitPages([...head, ...lines].join('\n'));
        const { sums } = account(source);
        expect(sums.notPlaced).toBe(0);
        expect(sums.draft + sums.furniture + sums.questions + sums.normalised).toBe(sums.source);
      },
    ),
    { numRuns: 600 },
  );
});

const data = new URL('../../../../shared/data/', import.meta.url);
const files = ['reports/', 'pdf/'].flatMap((folder) =>
  existsSync(new URL(folder, data))
    ? readdirSync(new URL(folder, data)).map((name) => `${folder}${name}`)
    : [],
);
if (files.length === 0)
  console.warn('The real reports are absent (../shared/data): no account of one was tested.');

describe.runIf(files.length > 0)('the account of a published report', () => {
  test.each(files)('%s: has every character, and nothing in a second place', async (file) => {
    const read = await readReportLines(new Uint8Array(readFileSync(new URL(file, data))));
    if (!read.ok) throw new Error(read.error.message);
    expectBalanced(account(read.value.source), read.value.source);
  });
});
