import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import type { ComparedText } from '../../../src/shared/text/compared-text.ts';
import { expectSound, undirected } from './soundness.ts';

const leaders =
  'Leaders know their services well and act on what audits tell them. Managers read every plan before it is signed. Supervision takes place monthly and its records show what was agreed, by whom and by when.';
const children =
  'Children are seen alone by workers they know. Visits follow a rhythm that suits the family. When a worker leaves, the next one reads the history before the first visit.';
const leavers = 'Care leavers keep the same adviser through moves. Homes are found early.';
const monthly = 'Supervision takes place monthly and its records show what was agreed, by whom and by when.';

function compared(before: string, after: string): ComparedText {
  const found = compareTexts(before, after);
  expectSound(found, before, after);
  expect(undirected(compareTexts(after, before), true)).toEqual(undirected(found, false));
  return found;
}

const breaksOf = ({ paragraphs }: ComparedText): readonly unknown[] =>
  paragraphs.flatMap(({ broken, before, after }) =>
    broken === undefined ? [] : [[broken, before?.number, after?.number]],
  );

describe('paragraphs that were split or joined', () => {
  test.each<[string, readonly string[], readonly string[], readonly unknown[]]>([
    ['two joined', [leaders, children, leavers], [`${leaders} ${children}`, leavers], [['joined', 2, 1]]],
    [
      'one split in two',
      [`${leaders} ${children}`, leavers],
      [leaders, children, leavers],
      [['split', 1, 2]],
    ],
    [
      'three joined',
      [leaders, children, leavers],
      [`${leaders} ${children} ${leavers}`],
      [
        ['joined', 2, 1],
        ['joined', 3, 1],
      ],
    ],
    [
      'one split within a sentence',
      [children],
      ['Children are seen alone', children.slice('Children are seen alone '.length)],
      [['split', 1, 2]],
    ],
    [
      'a break that went to another place',
      [leaders, children],
      [leaders.replace(` ${monthly}`, ''), `${monthly} ${children}`],
      [
        ['split', 1, 2],
        ['joined', 2, 2],
      ],
    ],
  ])('%s: no word changed, and the break is marked', (_name, before, after, breaks) => {
    const found = compared(before.join('\n\n'), after.join('\n\n'));
    expect(found.stats).toMatchObject({ wordsChanged: 0, moved: 0, changes: breaks.length });
    expect(breaksOf(found)).toEqual(breaks);
  });

  test('a split beside an edit marks the edit alone', () => {
    const found = compared(`${leaders} ${children}`, `${leaders}\n\n${children.replace('alone', 'often')}`);
    expect(found.stats).toMatchObject({ wordsChanged: 2, moved: 0 });
    expect(breaksOf(found)).toEqual([['split', 1, 2]]);
  });

  test('a sentence that went to another paragraph is a move', () => {
    const rest = leaders.replace(` ${monthly}`, '');
    const found = compared(`${leaders}\n\n${children}`, `${rest}\n\n${children} ${monthly}`);
    expect(found.stats).toMatchObject({ wordsChanged: 0, moved: 1, changes: 1 });
    expect(found.paragraphs.filter(({ kind }) => kind === 'moved-to')).toMatchObject([
      { before: { number: 1 }, after: { number: 2 }, words: [{ text: monthly }] },
    ]);
    const between = compared(
      `${rest}\n\n${children}`.replace('Managers', `${monthly} Managers`),
      `${rest}\n\n${children.replace('Visits', `${monthly} Visits`)}`,
    );
    expect(between.stats).toMatchObject({ wordsChanged: 0, moved: 1 });
  });

  test('two sentences from one paragraph are two moves, each with its own ends', () => {
    const one = 'Early help reaches families before their worries have grown into harm.';
    const two = 'The front door answers within a day and says what happens next.';
    const found = compared(
      [`${one} ${leaders} ${two}`, children, leavers].join('\n\n'),
      [leaders, `${children} ${one}`, `${leavers} ${two}`].join('\n\n'),
    );
    expect(found.stats).toMatchObject({ wordsChanged: 0, moved: 2 });
  });
});

describe('joining or splitting any paragraph of any text marks no word', () => {
  const word = fc.constantFrom(
    'all',
    'Plans',
    'seen',
    'often.',
    'the',
    'Children',
    '25.',
    'by',
    'a',
    'review,',
    '-',
    'most',
  );
  const paragraph = fc.array(word, { minLength: 2, maxLength: 30 }).map((words) => words.join(' '));
  const texts = fc.array(paragraph, { minLength: 2, maxLength: 12 });

  test('where two are joined, and where they are parted again', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (paragraphs, place) => {
        const at = place % (paragraphs.length - 1);
        const joined = paragraphs.flatMap((text, index) =>
          index === at ? [`${text} ${paragraphs[at + 1] ?? ''}`] : index === at + 1 ? [] : [text],
        );
        const [before, after] = [paragraphs.join('\n\n'), joined.join('\n\n')];
        expect(compareTexts(before, after).stats.wordsChanged).toBe(0);
        expect(compareTexts(after, before).stats.wordsChanged).toBe(0);
        expectSound(compareTexts(before, after), before, after);
      }),
      { numRuns: 600 },
    );
  });
});

const cases = new URL('../../../../shared/data/cases/46-split-or-joined-paragraph/', import.meta.url);
if (!existsSync(cases))
  console.warn('The cases are absent (../shared/data): split paragraphs of theirs were not compared.');

test.runIf(existsSync(cases)).each(['join-long', 'split-long', 'sentence-moved-between'])(
  'the case %s changes no word',
  (name) => {
    const [before, after] = ['a', 'b'].map((side) =>
      readFileSync(new URL(`${name}.${side}.txt`, cases), 'utf8'),
    );
    const { stats } = compared(before ?? '', after ?? '');
    expect(stats).toMatchObject({ wordsChanged: 0, changes: 1 });
  },
);
