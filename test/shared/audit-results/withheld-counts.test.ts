import { describe, expect, it } from 'vitest';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';
import { withheldCounts, type CountSum } from '../../../src/shared/audit-results/withheld-counts.ts';

const sum = (total: string, ...parts: string[]): CountSum => ({ total, parts });
const withheldOf = (counts: Readonly<Record<string, number>>, ...sums: CountSum[]): readonly string[] =>
  [...withheldCounts(counts, sums)].toSorted();

describe('counts that a public report withholds', () => {
  it('are those from 1 to 9, and neither nought nor ten', () => {
    expect(withheldOf({ a: 0, b: 1, c: 9, d: 10 })).toEqual(['b', 'c']);
  });

  it('have the smallest of the others withheld beside one that a total would give back', () => {
    expect(withheldOf({ all: 60, a: 4, b: 16, c: 40 }, sum('all', 'a', 'b', 'c'))).toEqual(['a', 'b']);
  });

  it('have more withheld where what is left of a sum shows that each is small', () => {
    expect(withheldOf({ all: 45, a: 2, b: 3, c: 40 }, sum('all', 'a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
  });

  it('leave the total out where nothing else of the sum is there to withhold', () => {
    expect(withheldOf({ all: 4, a: 4, b: 0 }, sum('all', 'a', 'b'))).toEqual(['a', 'all']);
  });

  it('are not given back by two sums together that each hide two', () => {
    const counts = { all: 90, a: 5, b: 25, c: 60, one: 30, two: 60 };
    const sums = [sum('all', 'a', 'b', 'c'), sum('all', 'one', 'two'), sum('one', 'a', 'b')];
    const withheld = withheldCounts(counts, sums);
    expect([withheld.has('a'), withheld.has('b')]).toEqual([true, true]);
    expect(withheldOf({ ...counts, three: 5 }, ...sums, sum('c', 'two', 'three'))).toContain('three');
  });

  it('can each be another number in every table that is told, whatever the counts', () => {
    const generator = new SeededGenerator(seeded(20_261_130));
    const cells = ['f0', 'g0', 'f1', 'g1'] as const;
    const sums = [
      sum('r0', 'f0', 'g0'),
      sum('r1', 'f1', 'g1'),
      sum('f', 'f0', 'f1'),
      sum('g', 'g0', 'g1'),
      sum('r', 'r0', 'r1'),
      sum('r', 'f', 'g'),
    ];
    const tableOf = (own: readonly number[]): Readonly<Record<string, number>> => {
      const [f0 = 0, g0 = 0, f1 = 0, g1 = 0] = own;
      const [r0, r1, f, g] = [f0 + g0, f1 + g1, f0 + f1, g0 + g1];
      return { f0, g0, f1, g1, r0, r1, f, g, r: f + g };
    };
    for (let turn = 0; turn < 12; turn += 1) {
      const counts = tableOf(cells.map(() => generator.below(15)));
      const withheld = withheldCounts(counts, sums);
      const told = Object.keys(counts).filter((name) => !withheld.has(name));
      const possible = new Map([...withheld].map((name) => [name, new Set<number>()]));
      const most = 18;
      for (let at = 0; at < most ** 4; at += 1) {
        const other = tableOf([
          at % most,
          Math.floor(at / most) % most,
          Math.floor(at / most ** 2) % most,
          Math.floor(at / most ** 3),
        ]);
        if (!told.every((name) => other[name] === counts[name])) continue;
        for (const [name, values] of possible) values.add(other[name] ?? 0);
      }
      for (const [name, values] of possible) expect([name, values.size > 1]).toEqual([name, true]);
    }
  });
});
