import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ancestry } from '../../../src/shared/records/ancestry.ts';

/** The plain way: every record's set of ancestors, as the reference. */
function closures(graph: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  const sets: Set<number>[] = [];
  for (const edges of graph)
    sets.push(new Set(edges.flatMap((edge) => [edge, ...(sets[edge] ?? new Set<number>())])));
  return sets;
}

function ancestryOf(graph: readonly (readonly number[])[]): Ancestry {
  const ancestry = new Ancestry();
  for (const edges of graph) ancestry.add(ancestry.knowing(edges));
  return ancestry;
}

function expectSame(graph: readonly (readonly number[])[]): void {
  const ancestry = ancestryOf(graph);
  closures(graph).forEach((known, record) => {
    const found = graph.flatMap((_, other) => (ancestry.isAncestor(other, record) ? [other] : []));
    expect(found).toEqual([...known].sort((a, b) => a - b));
  });
}

/** Any acyclic graph: each record names some earlier ones, near or far; several roots and forks happen. */
const anyGraph = fc
  .array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 60 })
  .map((picks) => picks.map((edges, at) => (at === 0 ? [] : [...new Set(edges.map((edge) => edge % at))])));

/** What people make: a few keys, each record after its key's last, or by a restored copy after an older one. */
const peopleGraph = fc
  .array(
    fc.record({ key: fc.nat({ max: 3 }), sees: fc.array(fc.nat({ max: 5 })), back: fc.nat({ max: 12 }) }),
    { minLength: 1, maxLength: 80 },
  )
  .map((deeds) => {
    const ofKey: number[][] = [[], [], [], []];
    return deeds.map(({ key, sees, back }, at) => {
      const own = ofKey[key] ?? [];
      const prev = own.at(back > 10 ? -3 : -1) ?? own.at(-1);
      own.push(at);
      const seen = sees.map((far) => at - 1 - far).filter((place) => place >= 0);
      return [...new Set([...seen, ...(prev === undefined ? [] : [prev])])];
    });
  });

describe('who was known to whom', () => {
  it('is what following every edge gives, in any acyclic graph', () => {
    fc.assert(fc.property(anyGraph, expectSame), { numRuns: 400 });
  });

  it('is exact for keys that were used in two places', () => {
    fc.assert(fc.property(peopleGraph, expectSame), { numRuns: 400 });
  });

  it('asks without adding: what would be known changes nothing', () => {
    fc.assert(
      fc.property(peopleGraph, fc.array(fc.nat(), { maxLength: 4 }), (graph, wanted) => {
        const ancestry = new Ancestry();
        for (const [at, edges] of graph.entries()) {
          if (at > 0) ancestry.knowing(wanted.map((place) => place % at));
          ancestry.add(ancestry.knowing(edges));
        }
        closures(graph).forEach((known, record) => {
          graph.forEach((_, other) => expect(ancestry.isAncestor(other, record)).toBe(known.has(other)));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what a hundred thousand records in a row know of others once', () => {
    const ancestry = new Ancestry();
    const known = new Set<unknown>();
    for (let at = 0; at < 100_000; at += 1) {
      const knowledge = ancestry.knowing(at === 0 ? [] : [at - 1]);
      known.add(knowledge.known);
      ancestry.add(knowledge);
    }
    expect(known.size).toBe(1);
    expect(ancestry.isAncestor(3, 99_999)).toBe(true);
    expect(ancestry.isAncestor(99_999, 3)).toBe(false);
  });

  it('is exact where two people write turn and turn about, knowing of each other', () => {
    const ancestry = new Ancestry();
    for (let at = 0; at < 1000; at += 1)
      ancestry.add(ancestry.knowing(at < 2 ? [] : at % 2 === 0 ? [at - 1, at - 2] : [at - 1]));
    expect(ancestry.isAncestor(0, 999)).toBe(true);
    expect(ancestry.isAncestor(1, 2)).toBe(true);
  });
});
