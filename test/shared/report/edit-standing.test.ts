import { expect, test } from 'vitest';
import { editStanding } from '../../../src/shared/report/edit-standing.ts';

const standing = {
  narratives: new Map([
    ['help', '1. Help is early.\n\n2. Homes are stable.'],
    ['care', '3. Moves are planned.'],
  ]),
  points: [{ id: 'point-2', text: 'Visits on time.', area: 'help', notes: [] }],
};

test.each([
  [
    'a paragraph to another area',
    '2. Homes are\nstable.',
    'help',
    'care',
    [
      { section: 'help', text: '1. Help is early.' },
      { section: 'care', text: '2. Homes are stable.\n\n3. Moves are planned.' },
    ],
    null,
  ],
  [
    'a paragraph to a section without text',
    '3. Moves are planned.',
    'care',
    'summary',
    [
      { section: 'care', text: '' },
      { section: 'summary', text: '3. Moves are planned.' },
    ],
    null,
  ],
  [
    'a paragraph to the points',
    '3. Moves are planned.',
    'care',
    'improvements',
    [{ section: 'care', text: '' }],
    ['point-2', 'point-3'],
  ],
  [
    'a point to an area',
    'Visits on\ntime.',
    'improvements',
    'care',
    [{ section: 'care', text: '3. Moves are planned.\n\nVisits on time.' }],
    [],
  ],
  [
    'what was set aside to the end of an area',
    'Seen by\nthe panel',
    'aside',
    'care',
    [{ section: 'care', text: '3. Moves are planned.\n\nSeen by the panel' }],
    null,
  ],
  [
    'a paragraph out of the draft',
    '3. Moves are planned.',
    'care',
    'aside',
    [{ section: 'care', text: '' }],
    null,
  ],
] as const)('%s', (_name, block, from, to, narratives, points) => {
  const moved = editStanding(standing, [{ does: 'move', from, to, texts: [block], page: 1 }]);
  expect(moved?.narratives).toEqual(narratives);
  expect(moved?.points?.map(({ id }) => id) ?? null).toEqual(points);
});

test.each([
  ['words that were changed since', '2. Homes are not stable.', 'help', 'care'],
  ['where it stands', '2. Homes are stable.', 'help', 'help'],
  ['from a section that does not have it', '2. Homes are stable.', 'care', 'help'],
])('%s move nothing', (_name, block, from, to) => {
  expect(editStanding(standing, [{ does: 'move', from, to, texts: [block], page: 1 }])).toBeNull();
});

test('a paragraph is split, and its second half moved', () => {
  const made = editStanding(
    { ...standing, narratives: new Map([['help', '1. Help is early. Homes are stable.']]) },
    [
      { does: 'split', section: 'help', text: '1. Help is early. Homes are stable.', at: 14, page: 1 },
      { does: 'move', from: 'help', to: 'care', texts: ['Homes are stable.'], page: 1 },
    ],
  );
  expect(made?.narratives).toEqual([
    { section: 'help', text: '1. Help is early.' },
    { section: 'care', text: 'Homes are stable.' },
  ]);
});

test('a point that is split keeps its area and notes in its first half', () => {
  const made = editStanding(standing, [
    { does: 'split', section: 'improvements', text: 'Visits on time.', at: 6, page: 1 },
  ]);
  expect(made?.points).toEqual([
    { id: 'point-2', text: 'Visits', area: 'help', notes: [] },
    { id: 'point-3', text: 'on time.', area: null, notes: [] },
  ]);
});
