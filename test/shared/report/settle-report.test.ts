import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { accountForImport } from '../../../src/shared/report/import-account.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';
import { readStates } from '../../../src/shared/report/read-states.ts';
import type { ReportEdit } from '../../../src/shared/report/report-edit.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { frameworks } from './frameworks.ts';

const protection = 'The experiences and progress of children who need help and protection';
const care = 'The experiences and progress of children in care';
const lines = [
  'Inspection of Aldermoor local authority children’s services',
  'Inspection dates: 6 to 10 May 2024 and 20 to 24 May 2024',
  'Judgement Grade',
  `${protection} Good`,
  `${care} Good`,
  'Services are good. They have improved.',
  'What needs to improve?',
  '◼ Visits on time.',
  `${protection}: good`,
  '1. Help is early.',
  '2. Plans are clear. They are',
  'shared with families.',
  'Children in care are good',
  '3. Homes are stable.',
  '4. Moves are planned.',
];
const source = splitPages(lines.join('\n'));

function settled(edits: readonly ReportEdit[], tracked: readonly string[][] = []): ReturnType<typeof read> {
  return read(edits, tracked);
}

function read(
  edits: readonly ReportEdit[],
  tracked: readonly string[][],
): Extract<ReturnType<typeof readStates>, { ok: true }>['value'] {
  const states = readStates(
    {
      source,
      tracked: tracked.map((state) => ({ author: 'Jane', at: '', source: splitPages(state.join('\n')) })),
      comments: [],
      warnings: [],
    },
    frameworks,
    null,
    edits,
  );
  if (!states.ok) throw new Error(states.error.message);
  return states.value;
}

const textOf = ({ areas }: ImportedReport, id: string): readonly string[] =>
  areas.find((area) => area.id === id)?.paragraphs ?? [];
const byHand = ({ warnings }: ImportedReport): readonly string[] =>
  warnings.flatMap(({ code, message }) => (code.endsWith('-by-hand') ? [message] : []));
const [help, cared] = ['help-and-protection', 'children-in-care'];

describe('a report that a person settles before it comes in', () => {
  const move = (texts: string[], from: string, to: string): ReportEdit => ({
    does: 'move',
    from,
    to,
    texts,
    page: 1,
  });

  test.each([
    [
      'paragraphs moved to another area stand there by their numbers',
      [move(['2. Plans are clear. They are\nshared with families.', '1. Help is early.'], help, cared)],
      {
        [help]: [],
        [cared]: [
          '1. Help is early.',
          '2. Plans are clear. They are shared with families.',
          '3. Homes are stable.',
          '4. Moves are planned.',
        ],
      },
      [
        `Moved before it came in: “2. Plans are clear. They are shared with families.” and 1 more, page 1, from “${protection}” to “${care}”.`,
      ],
    ],
    [
      'a paragraph that is split is two, of which one can be moved',
      [
        {
          does: 'split',
          section: help,
          text: '2. Plans are clear. They are shared with families.',
          at: 16,
          page: 1,
        },
        move(['They are shared with families.'], help, 'summary'),
      ],
      { [help]: ['1. Help is early.', '2. Plans are clear.'] },
      [
        `Parted in two before it came in: “2. Plans are clear. They are shared with families.”, page 1, in “${protection}”.`,
        `Moved before it came in: “They are shared with families.”, page 1, from “${protection}” to “Summary”.`,
      ],
    ],
    [
      'a heading that a person says is text is text, and what it headed stands above',
      [{ does: 'answer', line: 13, area: null }],
      {
        [help]: [
          '1. Help is early.',
          '2. Plans are clear. They are shared with families. Children in care are good',
          '3. Homes are stable.',
          '4. Moves are planned.',
        ],
        [cared]: [],
      },
      ['Answered before it came in: no heading is missing here.'],
    ],
    [
      'a line that a person says begins an area begins it',
      [{ does: 'answer', line: 11, area: cared }],
      {
        [help]: ['1. Help is early.'],
        [cared]: [
          '2. Plans are clear. They are shared with families.',
          '3. Homes are stable.',
          '4. Moves are planned.',
        ],
      },
      [`Answered before it came in: “${care}” begins here.`],
    ],
    [
      'words that do not stand there change nothing, and are told of',
      [move(['Words of another report.'], help, cared)],
      { [cared]: ['3. Homes are stable.', '4. Moves are planned.'] },
      [
        `Those words do not stand there in this state of the text, so nothing was changed in it: “Words of another report.”, page 1, from “${protection}” to “${care}”.`,
      ],
    ],
  ] satisfies [string, ReportEdit[], Record<string, string[]>, string[]][])(
    '%s',
    (_name, edits, areas, messages) => {
      const { report, account } = settled(edits);
      for (const [id, paragraphs] of Object.entries(areas)) expect(textOf(report, id)).toEqual(paragraphs);
      expect(byHand(report)).toEqual(messages);
      expect(account.sums.notPlaced).toBe(0);
    },
  );

  test('a question that is answered is not asked again', () => {
    const asks = ({ warnings }: ImportedReport): boolean =>
      warnings.some(({ code }) => code === 'two-periods');
    expect(asks(settled([]).report)).toBe(true);
    expect(asks(settled([{ does: 'answer', line: 2, area: null }]).report)).toBe(false);
  });

  test('what was moved stays where it was moved in the text after tracked changes', () => {
    const later = lines.map((line) => line.replace('Moves are planned', 'Moves are well planned'));
    const { states } = settled([move(['1. Help is early.'], help, cared)], [later]);
    const [state] = states;
    if (state === undefined) throw new Error('there is no later state');
    expect(textOf(state.report, cared)).toEqual([
      '1. Help is early.',
      '3. Homes are stable.',
      '4. Moves are well planned.',
    ]);
  });

  test('whatever is moved wherever, every character keeps a place', () => {
    const { account, report } = settled([]);
    const sections = ['summary', 'improvements', help, cared, 'aside'];
    const paragraphs = [
      ...report.areas.flatMap(({ id, paragraphs: own }) => own.map((text) => [id, text] as const)),
      ...report.summary.map((text) => ['summary', text] as const),
      ...report.improvements.map((text) => ['improvements', text] as const),
      ...report.facts.map(({ text }) => ['aside', text] as const),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paragraphs), fc.constantFrom(...sections)), { maxLength: 8 }),
        (moves) => {
          const edits = moves.map(([[from, text], to]) => move([text], from, to));
          const { report: moved } = settled(edits);
          const { sums } = accountForImport(source, moved);
          expect(sums.notPlaced).toBe(0);
          expect(sums.source).toBe(account.sums.source);
          expect(sums.draft + sums.furniture + sums.questions + sums.normalised).toBe(sums.source);
        },
      ),
      { numRuns: 60 },
    );
  });
});
