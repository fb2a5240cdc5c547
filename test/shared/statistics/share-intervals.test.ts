import { describe, expect, it } from 'vitest';
import { binomial, hypergeometric } from '../../../src/shared/statistics/counts.ts';
import { shareIntervals } from '../../../src/shared/statistics/share-intervals.ts';

const rounded = (ends: readonly [number, number]): readonly number[] =>
  ends.map((end) => Math.round(end * 1e4) / 1e4);

describe('two-sided intervals of a share', () => {
  // Clopper-Pearson and mid-P as published for 13 of 16; the rest computed by exact methods elsewhere.
  it('are the published ones', () => {
    const found = shareIntervals({ agree: 13, of: 16, level: 0.95 });
    expect(found.share).toBe(0.8125);
    expect(rounded(found.clopperPearson)).toEqual([0.5435, 0.9595]);
    expect(rounded(found.midP)).toEqual([0.5699, 0.95]);
    expect(rounded(found.wilson)).toEqual([0.5699, 0.9341]);
    expect(rounded(shareIntervals({ agree: 22, of: 24, level: 0.95 }).wilson)).toEqual([0.7415, 0.9768]);
  });

  it.each([
    [20, 0.8389, 0.8316],
    [30, 0.8865, 0.8843],
    [60, 0.9398, 0.9404],
    [100, 0.963, 0.9638],
  ])('where all %i agree, begin at %d and %d', (of, wilson, exact) => {
    const found = shareIntervals({ agree: of, of, level: 0.95 });
    expect(rounded(found.wilson)).toEqual([wilson, 1]);
    expect(rounded(found.clopperPearson)).toEqual([exact, 1]);
  });

  it('count a finite population, and what it may hold whatever the rest have', () => {
    const found = shareIntervals({ agree: 60, of: 60, level: 0.95 }, 101);
    expect(found.finite).toEqual({ least: 98, most: 101 });
    expect(rounded(found.noAssumption ?? [0, 0])).toEqual([0.5941, 1]);
  });

  it('say nothing of nothing', () => {
    const found = shareIntervals({ agree: 0, of: 0, level: 0.95 }, 10);
    expect([found.share, found.clopperPearson, found.wilson, found.midP]).toEqual([
      null,
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect([found.finite, found.noAssumption]).toEqual([{ least: 0, most: 10 }, [0, 1]]);
  });
});

describe('coverage by enumerating every outcome', () => {
  it('of the exact interval is never under its level, of mid-P nearer to it', () => {
    const of = 12;
    const all = Array.from({ length: of + 1 }, (_count, agree) => shareIntervals({ agree, of, level: 0.95 }));
    const covered = (name: 'clopperPearson' | 'midP', share: number): number =>
      all.reduce((sum, found, agree) => {
        const [low, high] = found[name];
        return sum + (low <= share && share <= high ? binomial(agree, of, share) : 0);
      }, 0);
    const shares = Array.from({ length: 99 }, (_share, at) => (at + 1) / 100);
    const exact = shares.map((share) => covered('clopperPearson', share));
    const midP = shares.map((share) => covered('midP', share));
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.min(...exact)).toBeGreaterThanOrEqual(0.95);
    expect(Math.min(...midP)).toBeGreaterThan(0.9);
    expect(mean(midP) - 0.95).toBeLessThan(mean(exact) - 0.95);
  });

  it('of the counts of a finite population is never under its level', () => {
    const [population, of] = [30, 9];
    const all = Array.from({ length: of + 1 }, (_count, agree) =>
      shareIntervals({ agree, of, level: 0.9 }, population),
    );
    for (let marked = 0; marked <= population; marked += 1) {
      const covered = all.reduce((sum, { finite }, agree) => {
        const isIn = finite !== undefined && finite.least <= marked && marked <= finite.most;
        return sum + (isIn ? hypergeometric(agree, { population, marked, drawn: of }) : 0);
      }, 0);
      expect(covered).toBeGreaterThanOrEqual(0.9);
    }
  });
});
