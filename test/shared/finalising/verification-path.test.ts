import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestPath, type PathStep } from '../../../src/shared/finalising/judgment-approved.ts';
import {
  judgePath,
  pathWords,
  shortestPath,
  type PathGround,
  type PathVerdict,
} from '../../../src/shared/finalising/verification-path.ts';

type Pair = readonly [by: string, about: string];

/** The record in which somebody stands for somebody's key. */
const recordOf = (by: string, about: string): string => `${by}>${about}`;
const step = (by: string, about: string): PathStep => ({ person: by, record: recordOf(by, about) });

/** A workspace that Ada administers, Ola did once; Wim wrote the draft, and Pia approves it. */
function ground(pairs: readonly Pair[], changed: Partial<PathGround> = {}): PathGround {
  const statements = new Map<string, Map<string, string>>();
  for (const [by, about] of pairs)
    statements.set(by, (statements.get(by) ?? new Map<string, string>()).set(recordOf(by, about), about));
  return {
    approver: 'pia',
    wrote: (person) => person === 'wim',
    statements,
    officeHolders: new Set(['ada', 'ola', 'wim']),
    ...changed,
  };
}

const met: readonly Pair[] = [
  ['ada', 'ben'],
  ['ada', 'pia'],
  ['ben', 'pia'],
  ['ben', 'ada'],
  ['ola', 'pia'],
  ['wim', 'pia'],
  ['wim', 'ben'],
  ['pia', 'pia'],
  ['pia', 'ben'],
  ['cyn', 'pia'],
];

describe('a verification path that an approval cites', () => {
  it.each<[why: string, path: readonly PathStep[], verdict: PathVerdict]>([
    ['cites nothing', [], 'none'],
    ['goes from an administrator to the approver', [step('ada', 'pia')], 'independent'],
    ['goes through somebody who is neither', [step('ada', 'ben'), step('ben', 'pia')], 'independent'],
    ['begins with an administrator who was removed later', [step('ola', 'pia')], 'independent'],
    ['begins with somebody who wrote, though they administer', [step('wim', 'pia')], 'begins-with-writer'],
    [
      'leads from the writer through somebody else',
      [step('wim', 'ben'), step('ben', 'pia')],
      'begins-with-writer',
    ],
    ['begins with the approver', [step('pia', 'pia')], 'begins-with-approver'],
    [
      'begins with the approver and comes back',
      [step('pia', 'ben'), step('ben', 'pia')],
      'begins-with-approver',
    ],
    ['begins with nobody who administers', [step('cyn', 'pia')], 'begins-with-no-administrator'],
    ['goes round', [step('ada', 'ben'), step('ben', 'ada'), step('ada', 'pia')], 'circle'],
    [
      'passes the approver on its way',
      [step('ada', 'pia'), step('pia', 'ben'), step('ben', 'pia')],
      'circle',
    ],
    ['names a record that is not here', [step('ada', 'pia'), step('eva', 'pia')].slice(1), 'record-missing'],
    [
      'names a record of somebody else’s log',
      [{ person: 'ada', record: recordOf('ben', 'pia') }],
      'record-missing',
    ],
    ['names a record about somebody else', [step('ada', 'ben')], 'speaks-of-another'],
    ['leaves out a step', [step('ada', 'ben'), step('cyn', 'pia')], 'speaks-of-another'],
    ['has names that every object has', [{ person: '__proto__', record: 'constructor' }], 'record-missing'],
  ])('that %s', (_why, path, verdict) => {
    expect(judgePath(path, ground(met))).toBe(verdict);
  });

  it.each<[path: readonly PathStep[], verdict: PathVerdict]>([
    [[], 'none'],
    [[step('ada', 'pia')], 'office-unknown'],
    [[step('cyn', 'pia')], 'office-unknown'],
    [[step('wim', 'pia')], 'begins-with-writer'],
    [[step('ada', 'ben')], 'speaks-of-another'],
  ])('is judged but for the office where the workspace’s log is not here (%#)', (path, verdict) => {
    expect(judgePath(path, ground(met, { officeHolders: null }))).toBe(verdict);
  });

  it('is told of in words that say why, unless it holds or is empty', () => {
    expect([pathWords('none'), pathWords('independent')]).toEqual([null, null]);
    expect(pathWords('circle')).toBe(
      'The verification that this approval cites goes round in a circle: somebody stands on it twice. The approval counts as one that rests on none.',
    );
    expect(pathWords('office-unknown')).toContain('cannot be judged here');
  });
});

describe('the shortest path for an approver', () => {
  it.each<[string, readonly Pair[], readonly PathStep[]]>([
    ['is the direct one where an administrator met them', met, [step('ada', 'pia')]],
    [
      'goes by the first in the order of ids where two are as short',
      [
        ['ola', 'cyn'],
        ['ada', 'ben'],
        ['ada', 'cyn'],
        ['cyn', 'pia'],
        ['ben', 'pia'],
      ],
      [step('ada', 'ben'), step('ben', 'pia')],
    ],
    ['is none where the writer alone knows them', [['wim', 'pia']], []],
    [
      'passes the writer where an administrator met them',
      [
        ['ada', 'wim'],
        ['wim', 'pia'],
      ],
      [step('ada', 'wim'), step('wim', 'pia')],
    ],
  ])('%s', (_what, pairs, path) => {
    expect(shortestPath(ground(pairs))).toEqual(path);
    expect(shortestPath(ground(pairs.toReversed()))).toEqual(path);
  });

  it('has as many steps as an approval can cite, and no more', () => {
    const chain = (steps: number): readonly Pair[] =>
      Array.from({ length: steps }, (_one, at): Pair => [
        at === 0 ? 'ada' : `p${at}`,
        at === steps - 1 ? 'pia' : `p${at + 1}`,
      ]);
    expect(shortestPath(ground(chain(longestPath)))).toHaveLength(longestPath);
    expect(shortestPath(ground(chain(longestPath + 1)))).toEqual([]);
  });

  it('is none where the workspace’s log is not here', () => {
    expect(shortestPath(ground(met, { officeHolders: null }))).toEqual([]);
  });

  it('always holds where there is one, is as short as any, and is never found where there is none', () => {
    const names = ['ada', 'ben', 'cyn', 'dan', 'eva', 'ola', 'pia', 'wim'];
    const person = fc.constantFrom(...names);
    let found = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(person, person), { maxLength: 24, selector: ([a, b]) => `${a} ${b}` }),
        fc.uniqueArray(person, { maxLength: 3 }),
        fc.uniqueArray(person, { maxLength: 2 }),
        (pairs, administrators, writers) => {
          const given = ground(pairs, {
            officeHolders: new Set(administrators),
            wrote: (person) => writers.includes(person),
          });
          const path = shortestPath(given);
          const begins = administrators.filter(
            (administrator) => administrator !== 'pia' && !writers.includes(administrator),
          );
          const steps = Math.min(...begins.map((begin) => distance(pairs, begin, 'pia', names)));
          expect(judgePath(path, given)).toBe(steps === Infinity ? 'none' : 'independent');
          if (steps < Infinity) expect(path).toHaveLength(steps);
          if (path.length > 1) found += 1;
        },
      ),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(20);
  });
});

/** How many steps lead from one person to another, by relaxing every pair as often as there are people. */
function distance(pairs: readonly Pair[], from: string, to: string, names: readonly string[]): number {
  const steps = new Map<string, number>([[from, 0]]);
  for (const _name of names)
    for (const [by, about] of pairs)
      steps.set(about, Math.min(steps.get(about) ?? Infinity, 1 + (steps.get(by) ?? Infinity)));
  return steps.get(to) ?? Infinity;
}
