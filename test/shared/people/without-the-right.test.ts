import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { addOfKind, deed, historyOf } from '../generated-history.ts';
import { writer, type History, type Writer } from '../history.ts';

/** Nobody gives the stranger anything; the inspector was given that role, and never another. */
const [stranger, inspector] = [writer('eve'), writer('dan')];

const kinds = [...draftEventTypes.values()].filter(({ type }) => type !== 'draft.begun');
const forbidden = new Map<Writer, readonly string[]>([
  [stranger, [...kinds.map(({ type }) => type), 'vote.cast']],
  [inspector, kinds.flatMap(({ type, may }) => (may.includes('inspector') ? [] : [type]))],
]);

/** A record of somebody who has no right to it: its kind, how much of the draft its author knew, and what it says. */
interface Intrusion {
  readonly who: Writer;
  readonly kind: number;
  readonly seen: number;
  readonly seed: number;
}

const intrusion: fc.Arbitrary<Intrusion> = fc.record({
  who: fc.constantFrom(stranger, inspector),
  kind: fc.nat(),
  seen: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(),
});

/** Adds a record of a kind that its author may not write. */
function intrude(history: History, { who, kind, ...how }: Intrusion): void {
  const types = forbidden.get(who) ?? [];
  addOfKind(history, { who, type: types[kind % types.length] ?? '', ...how });
}

/** What a draft says, without what lists its records whether they count or not. */
function said(history: History, count = history.records.length): object | undefined {
  const state = foldDraft(history.draft, history.records.slice(0, count))?.state;
  if (state === undefined) return undefined;
  const { timeline, heads, lamport, count: records, notices, waiting, ...counts } = state;
  return counts;
}

describe('records of people who have no right to them', () => {
  const written = new Set<string>();

  it('leave the fold of the others as it is, whatever they say, in any history', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 15 }),
        fc.array(intrusion, { minLength: 1, maxLength: 12 }),
        (deeds, intrusions) => {
          const history = historyOf(deeds, [[inspector, 'inspector']]);
          const before = history.records.length;
          for (const one of intrusions) intrude(history, one);
          for (const { type, author } of history.records.slice(before)) written.add(`${author} ${type}`);
          expect(said(history)).toEqual(said(history, before));
        },
      ),
      { numRuns: process.env['PLUMBLINE_FULL'] === '1' ? 5_000 : 300 },
    );
  });

  it('were of every kind but those of which no schema could be filled by itself', () => {
    const of = (who: Writer): number => [...written].filter((id) => id.startsWith(who.person)).length;
    console.log(
      `measured: kinds written without the right: ${of(stranger)} by a stranger, ${of(inspector)} by an inspector`,
    );
    expect(of(stranger)).toBeGreaterThan(kinds.length * 0.8);
  });
});
