import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ancestry } from '../../../src/shared/records/ancestry.ts';
import { ChainedRecords } from '../../../src/shared/records/chained-records.ts';

/** Records that name none or some earlier ones: many begin a chain of their own, and some know hundreds of these. */
const graphs = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 120 })
  .chain((picks) =>
    fc.record({
      roots: fc.constantFrom(0, 20, 300),
      picks: fc.constant(picks),
      chosen: fc.array(fc.nat(), { maxLength: 40 }),
    }),
  )
  .map(({ roots, picks, chosen }) => {
    const named = picks.map((edges, at) => [...new Set(edges.map((edge) => edge % (roots + at + 1)))]);
    const joining = Array.from({ length: roots }, (_, at) => at);
    const edges = [...joining.map(() => []), joining, ...named];
    return { edges, chosen: [...new Set(chosen.map((pick) => pick % edges.length))] };
  });

it('counts of some records those that one knows and those that know it, as asking each of them does', () => {
  fc.assert(
    fc.property(graphs, ({ edges, chosen }) => {
      const ancestry = new Ancestry();
      for (const named of edges) ancestry.add(ancestry.knowing(named));
      const value = (record: number): number => (record * 7) % 11;
      const places = new Map(chosen.map((record) => [ancestry.of(record), record]));
      const some = new ChainedRecords([...places.keys()], (known) => value(places.get(known) ?? 0));
      expect(some.size).toBe(chosen.length);
      edges.forEach((_, record) => {
        const known = chosen.filter((other) => ancestry.isAncestor(other, record));
        expect(some.knownTo(ancestry.of(record))).toEqual({
          count: known.length,
          greatest: Math.max(-1, ...known.map(value)),
        });
        const knowing = chosen.filter((other) => ancestry.isAncestor(record, other));
        expect(some.countKnowing(ancestry.of(record))).toBe(knowing.length);
      });
    }),
    { numRuns: 60 },
  );
});
