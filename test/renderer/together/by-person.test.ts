import { expect, it } from 'vitest';
import type { HappenedView } from '../../../src/shared/ipc/together-views.ts';
import { byPerson, screenOf } from '../../../src/renderer/together/by-person.ts';

type Happening = HappenedView['drafts'][number]['happenings'][number];

function happenings(kind: Happening['kind'], type: string, count: number): readonly Happening[] {
  return Array.from({ length: count }, (_, at) => ({
    record: `${type}-${at}`,
    type,
    author: 'ada',
    key: 'key',
    at: '2026-11-29T10:00:00.000Z',
    sentence: `did ${type} ${at}`,
    counted: true,
    areas: ['leaders'],
    kind,
    noun: ['note', 'notes'],
  }));
}

it.each([
  [3, ['', '', '']],
  [4, ['4 notes']],
  [12, ['12 notes']],
])('sums %i records of one kind in a place up where they are many', (number, titles) => {
  const draft = {
    draft: 'a',
    provider: 'Northbrook',
    areas: [{ id: 'leaders', title: 'Leaders' }],
    happenings: [
      ...happenings('evidence', 'evidence.noted', number),
      ...happenings('panel', 'round.closed', 1),
    ],
  };
  const [ada] = byPerson(draft, { ada: 'Ada' });
  expect(ada).toMatchObject({ person: 'Ada', count: number + 1 });
  const [place] = ada?.places ?? [];
  expect(place?.title).toBe('Leaders');
  expect(place?.groups.map(({ title }) => title)).toEqual([...titles, '']);
  expect(place?.groups.flatMap((group) => group.happenings)).toHaveLength(number + 1);
});

it.each([
  ['evidence', 'evidence'],
  ['weighing', 'evidence'],
  ['text', 'revisions'],
  ['panel', 'panel'],
  ['finalising', 'finalise'],
] as const)('leads from what is of the kind %s to %s', (kind, screen) => {
  expect(happenings(kind, 'x', 1).map(screenOf)).toEqual([screen]);
});
