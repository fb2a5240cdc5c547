import { describe, expect, it } from 'vitest';
import { notYetHere, rosterIn } from '../../../src/shared/people/roster.ts';

describe('a roster', () => {
  it.each([
    [
      'by its headings, in whatever order',
      ['Job title', 'Name'],
      [['Inspector', 'Ada Marsh']],
      [{ name: 'Ada Marsh', post: 'Inspector' }],
    ],
    [
      'from a table without headings, first line too',
      ['Ada Marsh', 'Inspector'],
      [['Ben Birch', '']],
      [
        { name: 'Ada Marsh', post: 'Inspector' },
        { name: 'Ben Birch', post: '' },
      ],
    ],
    [
      'without empty rows, each person once',
      ['Name'],
      [[''], ['Ada Marsh'], ['ada  marsh']],
      [{ name: 'Ada Marsh', post: '' }],
    ],
  ])('is read %s', (_how, headers, rows, people) => {
    expect(rosterIn(headers, rows)).toEqual(people);
  });

  it('waits for whoever has no card here, however the name is spelt', () => {
    const roster = [
      { name: 'Ada Marsh', post: '' },
      { name: 'Ben Birch', post: '' },
    ];
    expect(notYetHere(roster, ['ADA  Marsh'])).toEqual([{ name: 'Ben Birch', post: '' }]);
  });
});
