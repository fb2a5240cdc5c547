import { describe, expect, it } from 'vitest';
import type { ReadJudgment } from '../../../src/shared/audit-results/audit-figures.ts';
import {
  driftByQuarter,
  gradeUse,
  leadFunnel,
  measuredStrata,
} from '../../../src/shared/audit-results/frame-figures.ts';
import { readerSeverity, severityFor } from '../../../src/shared/audit-results/reader-severity.ts';

const judgment = (
  at: number,
  sealedAt: string,
  differ: number,
  outcome: 'supported' | 'weakly-recorded' | 'outside-range' = 'supported',
): ReadJudgment & { lead: string } => ({
  seal: String(at),
  sealedAt,
  outcomes: [outcome],
  known: false,
  lead: `lead ${at % 2}`,
  areas: Array.from({ length: 4 }, (_, area) => ({
    area: String(area),
    read: area < differ ? 2 : 1,
    second: null,
    sealed: 1,
  })),
});

describe('figures of a frame', () => {
  it('say of each stratum how far every outcome could reach in the whole of it', () => {
    const drawn = Array.from({ length: 10 }, (_, at) =>
      judgment(at, '2026-01-05', 0, at === 0 ? 'weakly-recorded' : 'supported'),
    );
    // 0 of 10 of 40 leave at most 9, 1 of 10 at most 14 (audit-and-programme.md, A2).
    expect(measuredStrata([{ name: 'All', size: 40, drawn }])).toMatchObject([
      { read: 10, found: { failing: { count: 0, most: 9 }, weak: { count: 1, most: 14 } } },
    ]);
    expect(measuredStrata([{ name: 'All', size: 4, drawn: [] }])[0]?.found.other).toEqual({
      count: 0,
      most: 4,
    });
  });

  it('tell a drift that was planted, quarter by quarter, with intervals that hold the truth', () => {
    const judgments = [
      ...Array.from({ length: 30 }, (_, at) => judgment(at, '2026-02-01', at % 10 === 0 ? 4 : 0)),
      ...Array.from({ length: 30 }, (_, at) => judgment(at, '2026-05-01', at % 2 === 0 ? 4 : 0)),
    ];
    const [before, after] = driftByQuarter(judgments);
    expect([before?.quarter, before?.count, after?.quarter, after?.count]).toEqual([
      '2026-Q1',
      12,
      '2026-Q2',
      60,
    ]);
    expect((before?.interval[1] ?? 1) < (after?.interval[0] ?? 0)).toBe(true);
    expect((before?.interval[0] ?? 1) < 0.1 && (before?.interval[1] ?? 0) > 0.1).toBe(true);
    expect(driftByQuarter([])).toEqual([]);
  });

  it('have a funnel of leads without names, whose few stand together and whose limits hold what chance does', () => {
    const judgments = Array.from({ length: 12 }, (_, at) => judgment(at, '2026-02-01', at % 3 === 0 ? 1 : 0));
    const alone = { ...judgment(20, '2026-02-01', 4), lead: 'lead few' };
    const funnel = leadFunnel([...judgments, alone]);
    expect(funnel.leads).toEqual([
      { judgments: 6, areas: 24, differ: 2, isOutside: false },
      { judgments: 6, areas: 24, differ: 2, isOutside: false },
    ]);
    expect(funnel.together).toEqual({ leads: 1, areas: 4, differ: 4 });
    expect(JSON.stringify(funnel)).not.toContain('lead ');
    const share = funnel.differ / funnel.areas;
    for (const { inner, outer } of funnel.limits) {
      expect(outer[0] <= inner[0] && inner[0] <= share).toBe(true);
      expect(share <= inner[1] && inner[1] <= outer[1]).toBe(true);
    }
    // 0 of 32 at 24 of 228 has a chance of 0.0285, more than 1 in 40: it lies inside, and 7 of 24 outside.
    const many = Array.from({ length: 57 }, (_, at) => ({
      ...judgment(at, '2026-02-01', at < 8 || at > 48 ? 0 : at < 14 ? 3 : at < 20 ? 1 : 0),
      lead: at < 8 ? 'none' : at < 14 ? 'many' : `other ${at % 5}`,
    }));
    expect(
      leadFunnel(many).leads.map(({ areas, differ, isOutside }) => [areas, differ, isOutside]),
    ).toContainEqual([...[32, 0, false]]);
    expect(leadFunnel(many).leads.filter(({ isOutside }) => isOutside)).toMatchObject([
      { areas: 24, differ: 18 },
    ]);
    expect(leadFunnel([]).limits).toEqual([]);
  });

  it('count each grade of the commonest scale by quarter, and leave out no grade silently', () => {
    const scale = ['good', 'poor'];
    const framed = (at: string, first: string, second: string): Parameters<typeof gradeUse>[0][number] => ({
      at,
      grades: { a: first, b: second },
      scales: [
        { area: 'a', grades: scale },
        { area: 'b', grades: second === 'met' ? ['met', 'not'] : scale },
      ],
    });
    const use = gradeUse([
      framed('2025-12-31T10:00:00Z', 'good', 'poor'),
      framed('2026-01-01T10:00:00Z', 'poor', 'poor'),
      framed('2026-01-02T10:00:00Z', 'poor', 'met'),
    ]);
    expect([use.areas, use.others]).toEqual([5, 1]);
    expect(
      use.grades.map(({ grade, quarters }) => [
        grade,
        quarters.map(({ quarter, count, of }) => [quarter, count, of]),
      ]),
    ).toEqual([
      [
        'good',
        [
          ['2025-Q4', 1, 2],
          ['2026-Q1', 0, 3],
        ],
      ],
      [
        'poor',
        [
          ['2025-Q4', 1, 2],
          ['2026-Q1', 3, 3],
        ],
      ],
    ]);
  });
});

describe('severity by re-grades of the same evidence', () => {
  const planted: Readonly<Record<string, number>> = { ada: 0.4, ben: 0, cyn: -0.4 };
  /** A fixed wobble, so that grades are whole steps and no chance decides a test. */
  const wobble = (case_: number, rater: number): number => ((case_ * 7 + rater * 11) % 10) / 10 - 0.45;
  const areas = Array.from({ length: 60 }, (_, at) =>
    Object.entries(planted).map(([person, effect], rater) => ({
      person,
      step: Math.round((at % 3) + 1 + effect + wobble(at, rater)),
    })),
  );

  it('finds what was planted within its intervals', () => {
    const { people, islands } = readerSeverity(areas);
    expect(people.map(({ person }) => person)).toEqual(['ada', 'ben', 'cyn']);
    expect(islands).toHaveLength(1);
    for (const { person, interval } of people) {
      const [low, high] = interval ?? [1, -1];
      expect(low <= (planted[person] ?? 9) && (planted[person] ?? 9) <= high).toBe(true);
    }
  });

  it('compares nobody outside the largest island, and shows nobody with few grades', () => {
    const apart = Array.from({ length: 10 }, (_, at) => [
      { person: 'dan', step: at % 3 },
      { person: 'eve', step: (at + 1) % 3 },
    ]);
    const few = [
      [
        { person: 'ada', step: 1 },
        { person: 'fay', step: 3 },
      ],
    ];
    const { people, islands } = readerSeverity([...areas, ...apart, ...few]);
    const of = (person: string): unknown => people.find((one) => one.person === person)?.standing;
    expect(['ada', 'dan', 'eve', 'fay'].map(of)).toEqual(['compared', 'apart', 'apart', 'few']);
    expect(islands.map(({ length }) => length)).toEqual([4, 2]);
    // A grade that nobody else gave of the same evidence says nothing of its giver.
    expect(readerSeverity([[{ person: 'ada', step: 1 }]]).people).toEqual([]);
  });

  it('is shown whole to whoever leads, and to others without anybody’s name but their own', () => {
    const figure = readerSeverity(areas);
    expect(severityFor(figure, 'zoe', true)).toEqual(figure);
    const own = severityFor(figure, 'ben', false);
    expect(own.people.map(({ person }) => person)).toEqual(['ben']);
    expect(JSON.stringify(own)).not.toMatch(/ada|cyn/u);
  });
});
