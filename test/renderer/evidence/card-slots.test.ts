import { describe, expect, it } from 'vitest';
import { CardSlots } from '../../../src/renderer/evidence/card-slots.ts';
import type { WeighedNote } from '../../../src/shared/coverage/linked-evidence.ts';

const notes = (ids: string): readonly WeighedNote[] =>
  ids
    .split(' ')
    .map((id) => ({ note: { id }, direction: 'for', strength: null, passage: null }) as WeighedNote);

describe('the cards of notes', () => {
  const shownAfter = (
    steps: readonly (readonly [criterion: string, ids: string])[],
  ): readonly (readonly [string, number])[] => {
    const slots = new CardSlots();
    let shown: readonly (readonly [string, number])[] = [];
    for (const [criterion, ids] of steps)
      shown = slots.of(criterion, notes(ids)).map(({ slot, weighed }) => [weighed.note.id, slot]);
    return shown;
  };

  it.each<readonly [string, readonly (readonly [string, string])[], readonly (readonly [string, number])[]]>([
    [
      'are numbered first to last',
      [['one', 'a b c']],
      [
        ['a', 0],
        ['b', 1],
        ['c', 2],
      ],
    ],
    [
      'go to the notes of another criterion, first to last',
      [
        ['one', 'a b c'],
        ['two', 'd e'],
      ],
      [
        ['d', 0],
        ['e', 1],
      ],
    ],
    [
      'stay with their notes under one criterion, wherever those come to stand',
      [
        ['one', 'a b c'],
        ['one', 'c a b'],
      ],
      [
        ['c', 2],
        ['a', 0],
        ['b', 1],
      ],
    ],
    [
      'never go from a note that left to one that came, which would have its focus',
      [
        ['one', 'a b c'],
        ['one', 'a c'],
        ['one', 'a d c'],
      ],
      [
        ['a', 0],
        ['d', 3],
        ['c', 2],
      ],
    ],
  ])('%s', (_what, steps, cards) => {
    expect(shownAfter(steps)).toEqual(cards);
  });
});
