import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { poolRounds } from '../../../../src/main/application/agreement/pool-rounds.ts';
import { rankRounds } from '../../../../src/main/application/agreement/rank-rounds.ts';
import type { RevealedRound } from '../../../../src/main/application/agreement/revealed-rounds.ts';
import { agreementWithout } from '../../../../src/shared/agreement/measure-agreement.ts';
import { pairShares } from '../../../../src/shared/agreement/pair-shares.ts';
import type { Ratings } from '../../../../src/shared/agreement/ratings.ts';

const everything = { scale: '', framework: '', area: '', panel: '', from: '', to: '' };
const five = ['1', '2', '3', '4', '5'];
const two = ['met', 'not-met'];

interface Parts {
  readonly people?: readonly string[];
  readonly framework?: string;
  readonly grades?: readonly string[];
  readonly at?: string;
  readonly calibration?: string;
  /** A row an area, a column a person: places on the scale, from 1. */
  readonly given?: Ratings;
}

/** A revealed round with what pooling reads of it. */
function round(parts: Parts = {}): RevealedRound {
  const { people = ['ann', 'ben'], framework = 'f', grades = five, calibration = '' } = parts;
  const given = parts.given ?? [people.map(() => 1)];
  const areas = given.map((_row, at) => `a${at + 1}`);
  const scale = { id: 's', title: 'Scale', grades: grades.map((id) => ({ id, title: `Grade ${id}` })) };
  const lodgings = people.map((author, place) => ({
    author,
    standing: 'independent',
    entries: areas.flatMap((area, at) => {
      const rank = given[at]?.[place] ?? null;
      return rank === null ? [] : [{ area, answer: { grade: grades[rank - 1] ?? '' } }];
    }),
  }));
  return {
    draft: JSON.stringify(parts),
    provider: 'Northmere',
    at: parts.at ?? '2026-03-04T10:00:00.000Z',
    roles: [],
    calibration,
    framework: {
      id: framework,
      title: `Framework ${framework}`,
      scales: [scale],
      areas: areas.map((id) => ({ id, title: `Area ${id}`, scale: 's' })),
    },
    round: { areas, participants: people, lodgings, reconsidered: [] },
  } as unknown as RevealedRound;
}

const panel = (name: string, members: readonly string[]): Parameters<typeof poolRounds>[2][number] => ({
  panel: name.toLowerCase(),
  name,
  chair: members[0] ?? null,
  deputies: members.slice(1, 2),
  members: members.slice(2),
  qa: [],
});

describe('the rounds of a workspace that are pooled', () => {
  const rounds = [
    round({ at: '2026-01-10T23:30:00.000Z' }),
    round({ at: '2026-02-10T08:00:00.000Z', people: ['ben', 'ann'], framework: 'g' }),
    round({
      at: '2026-03-10T08:00:00.000Z',
      people: ['ann', 'cleo'],
      given: [
        [1, 2],
        [2, 2],
      ],
    }),
    round({ at: '2026-04-10T08:00:00.000Z', grades: two, framework: 'h' }),
    round({ at: '2026-05-10T08:00:00.000Z', calibration: 'Spring cases' }),
  ];
  const listed = [panel('East', ['ann', 'ben', 'dan']), panel('Elders', ['ann', 'ben'])];
  const pooled = (ask: Partial<typeof everything>): ReturnType<typeof poolRounds> =>
    poolRounds(rounds, { ...everything, ...ask }, listed, (person) => person.toUpperCase());

  it.each<readonly [what: string, ask: Partial<typeof everything>, months: readonly number[]]>([
    ['all of the scale of most rounds', {}, [1, 2, 3]],
    ['another scale', { scale: 'met,not-met' }, [4]],
    ['a scale that nobody has is as none asked for', { scale: 'x,y' }, [1, 2, 3]],
    ['a framework', { framework: 'g' }, [2]],
    ['a framework of another scale', { framework: 'h', scale: five.join() }, [4]],
    ['an area', { area: 'a2' }, [3]],
    ['a panel', { panel: 'east' }, [1, 2]],
    ['people of no panel', { panel: 'ann,cleo' }, [3]],
    ['a first day', { from: '2026-02-10' }, [2, 3]],
    ['a last day', { to: '2026-01-10' }, [1]],
    ['several at once', { panel: 'east', from: '2026-02-01', framework: 'f' }, []],
  ])('%s', (_what, ask, months) => {
    const view = pooled(ask);
    expect(view.rounds.map(({ at }) => Number(at.slice(5, 7)))).toEqual(months);
    expect(view.calibration, 'calibration counts in its sets').toBe(1);
  });

  it('offers what there is with its rounds, panels by their name and other people by theirs', () => {
    const { choices, filter } = pooled({});
    expect(filter.scale).toBe(five.join());
    expect(choices.scales.map(({ rounds: count }) => count)).toEqual([3, 1]);
    expect(choices.frameworks.map(({ id, rounds: count }) => [id, count])).toEqual([
      ['f', 2],
      ['g', 1],
      ['h', 1],
    ]);
    expect(choices.areas.map(({ title, rounds: count }) => [title, count])).toEqual([
      ['Area a1', 3],
      ['Area a2', 1],
    ]);
    expect(choices.panels.map(({ title, rounds: count }) => [title, count])).toEqual([
      ['East', 2],
      ['Elders', 2],
      ['ANN and CLEO', 1],
    ]);
    expect(pooled({}).rounds[2]?.panels).toEqual(['ANN and CLEO']);
  });
});

const file = new URL('../../../../../shared/data/agreement-examples.json', import.meta.url);
const present = existsSync(file);
const example = z.looseObject({
  id: z.string(),
  raters: z.array(z.array(z.number().nullable())).optional(),
  published: z.record(z.string(), z.number()).optional(),
  alpha: z.record(z.string(), z.number()).optional(),
  computed: z.record(z.string(), z.unknown()).optional(),
});
const examples = present ? z.array(example).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
const tables = examples.filter(({ raters }) => raters !== undefined);

it('says where the published examples are absent', () => {
  if (!present) console.warn('published examples absent: ../shared/data/agreement-examples.json');
  expect(tables.length).toBe(present ? 3 : 0);
});

describe.runIf(present)(
  'a published table, graded in rounds of three areas each, gives the published figures',
  () => {
    it.each(tables.map((table) => [table.id, table] as const))('%s', (_id, table) => {
      const raters = table.raters ?? [];
      const units = (raters[0] ?? []).map((_value, unit) => raters.map((own) => own[unit] ?? null));
      const values = [...new Set(units.flat().filter((value) => value !== null))].toSorted((a, b) => a - b);
      const low = values[0] ?? 0;
      const people = raters.map((_own, place) => `person ${place}`);
      const grades = five.slice(0, (values.at(-1) ?? 0) - low + 1);
      const rounds = Array.from({ length: Math.ceil(units.length / 3) }, (_round, at) =>
        round({
          people,
          grades,
          at: `2026-01-${10 + at}T08:00:00.000Z`,
          given: units
            .slice(3 * at, 3 * at + 3)
            .map((row) => row.map((value) => (value === null ? null : value - low + 1))),
        }),
      );
      const { scale, rounds: kept } = poolRounds(rounds, everything, [], (person) => person);
      if (scale === null) throw new Error('no scale');
      const ranks = rankRounds(kept, scale, people, 'before');
      const { coefficients } = agreementWithout(
        ranks,
        grades.map((_grade, rank) => rank),
      );
      const value = (name: keyof typeof coefficients): number => {
        const one = coefficients[name];
        return one.computable ? one.value : Number.NaN;
      };
      const ours: Readonly<Record<string, number>> = {
        nominal: value('krippendorff.nominal'),
        ordinal: value('krippendorff.ordinal'),
        interval: value('krippendorff.interval'),
        alpha_nominal: value('krippendorff.nominal'),
        AC1: value('gwet.ac1'),
        AC2_linear: value('gwet.ac2Linear'),
        AC2_quadratic: value('gwet.ac2Quadratic'),
        fleiss: value('fleiss'),
        BP: value('brennanPrediger'),
      };
      const published = Object.entries({ ...table.alpha, ...table.published }).filter(
        ([name]) => name in ours,
      );
      expect(published.length).toBeGreaterThan(0);
      for (const [name, figure] of published)
        expect(Math.abs((ours[name] ?? 0) - figure), name).toBeLessThan(0.00051);
      const pairs = units.map((row) => {
        const given = row.filter((each) => each !== null);
        return given.flatMap((one, at) => given.slice(at + 1).map((other) => one === other));
      });
      const shares = pairShares(ranks);
      expect(shares.pooled).toBeCloseTo(pairs.flat().filter(Boolean).length / pairs.flat().length, 12);
      const nominal = z.object({ nominal: z.object({ pa: z.number() }) }).safeParse(table.computed);
      if (nominal.success) expect(shares.meanOverUnits).toBeCloseTo(nominal.data.nominal.pa, 5);
    });
  },
);
