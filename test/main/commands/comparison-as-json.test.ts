import { expect, it } from 'vitest';
import { revisionsAsJson } from '../../../src/main/commands/comparison-as-json.ts';
import { compareJudgments } from '../../../src/shared/comparison/compare-judgments.ts';
import { emptySnapshot } from '../../../src/shared/comparison/snapshot-of.ts';

const moving = 'Leaders know their services well and have acted on what was found.';
const steady = ['Plans are clear.', 'Visits are timely.'];
const before = [moving, 'Help comes early.', ...steady].join('\n\n');
const after = ['Help comes late.', ...steady, moving].join('\n\n');
const point = (text: string) => ({ id: 'p', text, area: null, notes: [] });

it('has two revisions by the names that scripts know, whatever they are called inside', () => {
  const comparison = compareJudgments(
    { ...emptySnapshot, narratives: { help: before }, improvements: [point('See children.')] },
    { ...emptySnapshot, narratives: { help: after }, improvements: [point('See children alone.')] },
    { areaOf: {}, gradeWords: {} },
    {
      help: {
        before: { record: 'a', over: [], text: before },
        versions: [{ record: 'b', over: ['a'], text: after }],
      },
    },
  );
  expect(revisionsAsJson(comparison)).toEqual({
    sections: [
      {
        section: 'help',
        hunks: [
          {
            kind: 'moved-from',
            before: 1,
            after: 4,
            pair: 1,
            pieces: [{ kind: 'same', text: moving }],
            coarsened: false,
          },
          {
            kind: 'changed',
            before: 2,
            after: 1,
            pair: null,
            pieces: [
              { kind: 'same', text: 'Help comes ' },
              { kind: 'del', text: 'early', by: [{ text: 'early', by: 'b' }] },
              { kind: 'ins', text: 'late', by: [{ text: 'late', by: 'b' }] },
              { kind: 'same', text: '.' },
            ],
            coarsened: false,
          },
          {
            kind: 'unchanged',
            before: 3,
            after: 2,
            pair: null,
            pieces: [{ kind: 'same', text: 'Plans are clear.' }],
            coarsened: false,
          },
          {
            kind: 'unchanged',
            before: 4,
            after: 3,
            pair: null,
            pieces: [{ kind: 'same', text: 'Visits are timely.' }],
            coarsened: false,
          },
          {
            kind: 'moved-to',
            before: 1,
            after: 4,
            pair: 1,
            pieces: [{ kind: 'same', text: moving }],
            coarsened: false,
          },
        ],
        stats: { wordsBefore: 21, wordsAfter: 21, wordsChanged: 2, hunks: 2, moved: 1, coarsened: false },
      },
    ],
    points: [
      {
        section: 'improvements',
        id: 'p',
        kind: 'changed',
        pieces: [
          { kind: 'same', text: 'See children' },
          { kind: 'ins', text: ' alone' },
          { kind: 'same', text: '.' },
        ],
      },
    ],
  });
});
