import { describe, expect, it } from 'vitest';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';
import { bradleyTerry, type ComparativeScale } from '../../../src/shared/pairwise/bradley-terry.ts';
import { nextPair, pairsAsked } from '../../../src/shared/pairwise/next-pair.ts';
import type { PairedJudgment } from '../../../src/shared/pairwise/paired-judgment.ts';

/**
 * Citations among four journals, by the cited over the citing, own ones left out: the data set `citations` of R's
 * BradleyTerry2, from Stigler 1994 by way of Agresti 2002, page 448.
 */
const journals = [
  [0, 730, 498, 221],
  [33, 0, 68, 17],
  [320, 813, 0, 142],
  [284, 276, 325, 0],
];

/** American League, East, 1987: Agresti 2002, table 10.10; wins by row over column. */
const season = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
];

function judgmentsOf(wins: readonly (readonly number[])[]): PairedJudgment[] {
  return wins.flatMap((row, better) =>
    row.flatMap((often, worse) => Array.from({ length: often }, () => ({ better, worse }))),
  );
}

function scaleOf(things: number, judgments: readonly PairedJudgment[]): ComparativeScale {
  const scale = bradleyTerry(things, judgments);
  if (!scale.ok) throw new Error(scale.error.why);
  return scale.value;
}

describe('the Bradley-Terry scale', () => {
  it.each([
    ['Communications in Statistics', 1, '-2.9491'],
    ['JASA', 2, '-0.4796'],
    ['JRSS-B', 3, '0.2690'],
  ])(
    'puts %s where Turner and Firth 2012, section 2.1, print it to lie from Biometrika: %s, %s',
    (_name, at, lies) => {
      const { places } = scaleOf(4, judgmentsOf(journals));
      expect(((places[at] ?? 0) - (places[0] ?? 0)).toFixed(4)).toBe(lies);
    },
  );

  it('matches the worked example of four teams, odds with geometric mean 1 to three decimals', () => {
    const teams = [
      [0, 2, 0, 1],
      [3, 0, 5, 0],
      [0, 3, 0, 1],
      [4, 0, 3, 0],
    ];
    const { places } = scaleOf(4, judgmentsOf(teams));
    expect(places.map((place) => Math.exp(place).toFixed(3))).toEqual(['0.640', '1.043', '0.660', '2.270']);
  });

  it('matches Agresti 2002, table 10.11: seven teams above the last, and standard errors about 0.3', () => {
    const { places, covariance } = scaleOf(7, judgmentsOf(season));
    const cell = (row: number, column: number): number => covariance[row]?.[column] ?? 0;
    const above = places.slice(0, 6).map((place) => (place - (places[6] ?? 0)).toFixed(2));
    expect(above).toEqual(['1.58', '1.44', '1.29', '1.25', '1.11', '0.68']);
    for (let at = 0; at < 6; at += 1)
      expect(Math.sqrt(cell(at, at) + cell(6, 6) - 2 * cell(at, 6)).toFixed(1)).toBe('0.3');
  });

  it('solves the likelihood equations: each thing wins as often as the scale expects', () => {
    const { places } = scaleOf(7, judgmentsOf(season));
    season.forEach((row, a) => {
      const expected = season.reduce((sum, other, b) => {
        const met = (row[b] ?? 0) + (other[a] ?? 0);
        return sum + (a === b ? 0 : met / (1 + Math.exp((places[b] ?? 0) - (places[a] ?? 0))));
      }, 0);
      expect(expected).toBeCloseTo(
        row.reduce((sum, one) => sum + one, 0),
        8,
      );
    });
  });

  it.each([
    ['one thing', 1, [], 'not two things'],
    [
      'two groups that never met',
      4,
      [
        [0, 1],
        [1, 0],
        [2, 3],
        [3, 2],
      ],
      'never been compared',
    ],
    [
      'one that always won',
      3,
      [
        [0, 1],
        [0, 2],
        [1, 2],
        [2, 1],
      ],
      'won or lost every comparison',
    ],
  ] as const)('says why there is none: %s', (_name, things, pairs, why) => {
    const judgments = pairs.map(([better, worse]) => ({ better, worse }));
    expect(bradleyTerry(things, judgments)).toMatchObject({
      ok: false,
      error: { why: expect.stringContaining(why) as string },
    });
  });
});

/** Spearman's rank correlation of two lists without ties. */
function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const ranks = (values: readonly number[]): number[] =>
    values.map((value) => values.filter((each) => each < value).length);
  const [a, b] = [ranks(one), ranks(other)];
  const n = one.length;
  const squares = a.reduce((sum, rank, at) => sum + (rank - (b[at] ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n ** 2 - 1));
}

describe('adaptive pairing (seed 20261124)', () => {
  const things = 20;
  const truth = Array.from({ length: things }, (_thing, at) => ((at * 7) % things) / 3);
  const generator = new SeededGenerator(seeded(20_261_124));
  const judgments: PairedJudgment[] = [];
  for (let round = 0; round < 15 * things; round += 1) {
    const [a, b] = nextPair(things, judgments) ?? [0, 1];
    const chance = 1 / (1 + Math.exp((truth[b] ?? 0) - (truth[a] ?? 0)));
    const wins = generator.next() / 2 ** 32 < chance;
    judgments.push(wins ? { better: a, worse: b } : { better: b, worse: a });
  }
  const scale = scaleOf(things, judgments);

  it('recovers a simulated order', () => {
    const correlation = rankCorrelation(truth, scale.places);
    console.log(
      `${things} things, ${judgments.length} adaptive comparisons: rank correlation with the true order ${correlation.toFixed(3)}`,
    );
    expect(correlation).toBeGreaterThan(0.95);
  });

  it('compares all about alike often, and rarely what lies far apart', () => {
    const counts = scale.misfit.map(({ comparisons }) => comparisons);
    expect(Math.min(...counts)).toBeGreaterThan(15);
    const far = judgments.filter(
      ({ better, worse }) => Math.abs((truth[better] ?? 0) - (truth[worse] ?? 0)) > 3,
    );
    expect(far.length / judgments.length).toBeLessThan(0.2);
  });

  it('finds the thing about which judges contradict the scale', () => {
    const odd = Array.from({ length: 6 }, (_round, at) => [
      { better: 0, worse: 19 - at },
      { better: at, worse: 0 },
    ]).flat();
    const with0 = scaleOf(things, [...judgments, ...odd.filter(({ better, worse }) => better !== worse)]);
    const fits = with0.misfit.map(({ outfit }) => outfit);
    expect(with0.misfit[0]?.infit).toBeGreaterThan(scale.misfit[0]?.infit ?? 0);
    expect(fits[0]).toBeGreaterThan(1.2);
  });

  it('asks nothing where there is no pair', () => {
    expect(nextPair(1, [])).toBeNull();
    expect(nextPair(2, [])).toEqual([0, 1]);
  });
});

describe('the pairs asked of one member', () => {
  it.each([
    [2, 1],
    [4, 6],
    [11, 55],
    [12, 60],
    [100, 500],
  ])('of %i things are %i', (things, pairs) => {
    expect(pairsAsked(things)).toBe(pairs);
  });

  it('are adaptive where the chair asks for fewer than every pair, and never one thing with itself', () => {
    const judgments: PairedJudgment[] = [];
    for (let at = 0; at < 6; at += 1) {
      const [one = 0, other = 0] = nextPair(6, judgments, 6) ?? [];
      expect(one).not.toBe(other);
      judgments.push({ better: Math.min(one, other), worse: Math.max(one, other) });
    }
    const often = Array.from(
      { length: 6 },
      (_thing, at) => judgments.filter(({ better, worse }) => better === at || worse === at).length,
    );
    expect(Math.min(...often), 'everything is compared').toBeGreaterThan(0);
  });

  // Who always prefers the lower number, the higher one, or in turn.
  const ways = {
    'the first': () => true,
    'the second': () => false,
    'either in turn': (at: number) => at % 2 === 0,
  };
  it.each(Object.entries(ways))(
    'come once each before any comes again, where %s is preferred',
    (_, prefers) => {
      for (const things of [3, 4, 7, 11]) {
        const judgments: PairedJudgment[] = [];
        const met = new Set<string>();
        for (let at = 0; at < pairsAsked(things); at += 1) {
          const pair = nextPair(things, judgments) ?? [0, 0];
          met.add(pair.toSorted((a, b) => a - b).join(' '));
          const [low, high] = [Math.min(...pair), Math.max(...pair)];
          judgments.push(prefers(at) ? { better: low, worse: high } : { better: high, worse: low });
        }
        expect(met.size).toBe((things * (things - 1)) / 2);
      }
    },
  );
});
