import { expect, test } from 'vitest';
import { moveBlock } from '../../../src/shared/report/move-block.ts';

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
      { section: 'care', text: '3. Moves are planned.\n\n2. Homes are stable.' },
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
] as const)('%s', (_name, block, from, to, narratives, points) => {
  const moved = moveBlock(standing, block, from, to);
  expect(moved?.narratives).toEqual(narratives);
  expect(moved?.points?.map(({ id }) => id) ?? null).toEqual(points);
});

test.each([
  ['words that were changed since', '2. Homes are not stable.', 'help', 'care'],
  ['where it stands', '2. Homes are stable.', 'help', 'help'],
  ['from a section that does not have it', '2. Homes are stable.', 'care', 'help'],
])('%s move nothing', (_name, block, from, to) => {
  expect(moveBlock(standing, block, from, to)).toBeNull();
});
