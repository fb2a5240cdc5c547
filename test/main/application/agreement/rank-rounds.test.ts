import { describe, expect, it } from 'vitest';
import { eachAreaOnce } from '../../../../src/main/application/agreement/rank-rounds.ts';
import type { RevealedRound } from '../../../../src/main/application/agreement/revealed-rounds.ts';

type Graded = readonly [draft: string, areas: readonly string[]];

/** The areas that are left of each round. */
function areasOf(graded: readonly Graded[], when: 'before' | 'after'): readonly (readonly string[])[] {
  const rounds = graded.map(([draft, areas]) => ({ draft, round: { areas } }) as unknown as RevealedRound);
  return eachAreaOnce(rounds, when).map(({ round }) => round.areas);
}

describe('rounds that grade an area again', () => {
  it.each<readonly [what: string, Graded[], before: string[][], after: string[][]]>([
    ['one round', [['a', ['x', 'y']]], [['x', 'y']], [['x', 'y']]],
    [
      'two rounds of a draft, of which the second grades one area again',
      [
        ['a', ['x', 'y']],
        ['a', ['y']],
      ],
      [['x', 'y'], []],
      [['x'], ['y']],
    ],
    [
      'three rounds of one area',
      [
        ['a', ['x']],
        ['a', ['x']],
        ['a', ['x']],
      ],
      [['x'], [], []],
      [[], [], ['x']],
    ],
    [
      'the same area of two drafts',
      [
        ['a', ['x']],
        ['b', ['x']],
      ],
      [['x'], ['x']],
      [['x'], ['x']],
    ],
  ])('make one unit of it: %s', (_what, graded, before, after) => {
    expect(areasOf(graded, 'before')).toEqual(before);
    expect(areasOf(graded, 'after')).toEqual(after);
  });
});
