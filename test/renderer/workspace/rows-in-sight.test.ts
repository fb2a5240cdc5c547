import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowHeight, rowTop, rowsInSight } from '../../../src/renderer/workspace/rows-in-sight.ts';

const groupsOf = (sizes: readonly number[]): readonly { first: number; rows: readonly number[] }[] => {
  let first = 0;
  return sizes.map((size) => {
    first += size;
    return { first: first - size, rows: Array.from({ length: size }, (_, at) => at) };
  });
};

describe('the rows in sight', () => {
  it('are all of them in a short list', () => {
    expect(rowsInSight(groupsOf([100, 100]), 0, 800)).toEqual([
      { from: 0, to: 100 },
      { from: 0, to: 100 },
    ]);
  });

  it('are few however long the list is, and hold every row that the window shows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 200, max: 1400 }),
        (sizes, place, height) => {
          const groups = groupsOf(sizes);
          const total = sizes.reduce((sum, size) => sum + size, 0);
          const scrolled = place * rowTop(groups, total);
          const sights = rowsInSight(groups, scrolled, height);
          const drawn = sights.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
          if (total > 200) expect(drawn).toBeLessThan(height / rowHeight + 2 * 12 + 4);
          groups.forEach(({ first, rows }, number) => {
            const sight = sights[number];
            rows.forEach((at) => {
              const top = rowTop(groups, first + at);
              if (top + rowHeight > scrolled && top < scrolled + height)
                expect(sight !== undefined && sight.from <= at && at < sight.to).toBe(true);
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
