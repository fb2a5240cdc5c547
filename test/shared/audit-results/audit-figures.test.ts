import { describe, expect, it } from 'vitest';
import {
  auditFigures,
  type ReadJudgment,
  type ReadStratum,
} from '../../../src/shared/audit-results/audit-figures.ts';
import { differenceChart, runLength } from '../../../src/shared/audit-results/difference-chart.ts';
import type { ReadOutcome } from '../../../src/shared/audits/reading-words.ts';

let sealed = 0;
function judgment(outcome: ReadOutcome | null, part: Partial<ReadJudgment> = {}): ReadJudgment {
  sealed += 1;
  const at = new Date(Date.UTC(2026, 0, sealed)).toISOString();
  const outcomes = outcome === null ? null : (['supported', outcome] as const);
  return { seal: `seal-${sealed}`, sealedAt: at, outcomes, known: false, areas: [], ...part };
}
const stratum = (name: string, size: number, read: number, failures: number): ReadStratum => ({
  ...{ name, size },
  drawn: Array.from({ length: read }, (_, at) => judgment(at < failures ? 'not-supported' : 'supported')),
});
const near = (value: number | null | undefined, digits: number): number =>
  Number((value ?? NaN).toFixed(digits));

describe('the figures of an audit', () => {
  it('weigh strata by their size, as the worked example has it, and never pool them', () => {
    const figures = auditFigures([
      stratum('A', 300, 30, 1),
      stratum('B', 100, 20, 4),
      stratum('C', 50, 15, 6),
    ]);
    expect([near(figures.overall?.share, 5), near(figures.overall?.error, 6)]).toEqual([0.11111, 0.030418]);
    expect(figures.strata.map(({ failures, read }) => [failures, read])).toEqual([
      [1, 30],
      [4, 20],
      [6, 15],
    ]);
  });

  it.each([
    [153, 30, 0, 13],
    [153, 30, 1, 21],
    [153, 30, 2, 27],
    [40, 10, 0, 9],
    [40, 10, 1, 14],
  ])(
    'bound one-sided what a stratum of %i can hold after %i were read and %i failed',
    (size, read, failures, most) => {
      const [figure] = auditFigures([stratum('All', size, read, failures)]).strata;
      expect(figure?.bound.most).toBe(most);
      expect(near(figure?.bound.share, 4)).toBe(near(most / size, 4));
    },
  );

  it('give two-sided exact intervals, of a stratum and as of a population without end', () => {
    const [figure] = auditFigures([stratum('All', 101, 60, 60)]).strata;
    expect(figure?.finite).toEqual({ least: 98, most: 101 });
    const [other] = auditFigures([stratum('All', 1000, 16, 13)]).strata;
    expect(other?.clopperPearson.map((end) => near(end, 4))).toEqual([0.5435, 0.9595]);
  });

  it('leave open what is drawn and not read, and what a stratum without a reading holds', () => {
    const figures = auditFigures([
      { name: 'All', size: 20, drawn: [judgment('supported'), judgment(null)] },
      { name: 'None', size: 5, drawn: [judgment(null)] },
    ]);
    expect(figures.frame).toEqual({ size: 25, drawn: 3, read: 1 });
    expect(figures.strata[1]).toMatchObject({ share: null, bound: { most: 5, share: 1 } });
    expect(figures.overall).toBeNull();
  });

  it('count a judgment by the worst of its areas, weak records apart from other grades, and known grades apart', () => {
    const outcomes = ['weakly-recorded', 'within-range', 'outside-range', 'cannot-tell'] as const;
    const drawn = [
      ...outcomes.map((outcome) => judgment(outcome)),
      judgment('not-supported', { known: true }),
    ];
    const figures = auditFigures([{ name: 'All', size: 9, drawn }]);
    expect(figures.outcomes).toEqual({
      ...{ supported: 1, 'weakly-recorded': 1, 'within-range': 1, 'not-supported': 1, 'outside-range': 1 },
      'cannot-tell': 0,
    });
    expect(figures.byKnown).toEqual({ known: { read: 1, failures: 1 }, blind: { read: 4, failures: 1 } });
  });

  it('set the blind grade beside the sealed one and beside a second reader’s', () => {
    const areas = [
      { area: 'a', read: 1, second: 1, sealed: 1 },
      { area: 'b', read: 2, second: null, sealed: 1 },
      { area: 'c', read: null, second: 0, sealed: 0 },
    ];
    const figures = auditFigures([{ name: 'All', size: 3, drawn: [judgment('supported', { areas })] }]);
    expect(figures.withSealed).toMatchObject({ areas: 2, same: 1, worse: 1, better: 0 });
    expect(figures.withSecond).toMatchObject({ areas: 1, same: 1, worse: 0, better: 0 });
  });
});

describe('the running sum of differences', () => {
  const design = { usual: 0.1, worse: 0.25, limit: 2.5 };
  const read = (differs: boolean): ReadJudgment =>
    judgment('supported', { areas: [{ area: 'a', read: differs ? 1 : 0, second: null, sealed: 0 }] });

  it('has the weights of its likelihood ratios, and tells the first judgment at which the limit was reached', () => {
    const { weights, reached, points } = differenceChart([true, true, false, true, true].map(read), design);
    expect([near(weights.differs, 4), near(weights.same, 4)]).toEqual([0.9163, -0.1823]);
    expect(points.map(({ sum }) => near(sum, 3))).toEqual([0.916, 1.833, 1.65, 2.567, 3.483]);
    expect(reached).toBe(4);
  });

  it.each([
    [2, 107.5, 16.6],
    [2.5, 194.3, 21.3],
    [3, 373.1, 27.1],
  ])(
    'takes at the limit %d about as many judgments as the reference has, within its two per cent',
    (limit, usual, worse) => {
      const of = (share: number): number => runLength({ ...design, limit }, share);
      expect(Math.abs(of(0.1) / usual - 1)).toBeLessThan(0.02);
      expect(Math.abs(of(0.25) / worse - 1)).toBeLessThan(0.02);
    },
  );

  it('goes by the order of the seals, whatever order they were read in', () => {
    const some = [true, false, true, false].map(read);
    expect(differenceChart(some.toReversed(), design)).toEqual(differenceChart(some, design));
  });
});
