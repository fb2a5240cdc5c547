import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { rightsOf } from '../../../src/shared/judgment/rights.ts';
import { RecordGraph } from '../../../src/shared/records/record-graph.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { ownershipPassed } from '../../../src/shared/people/ownership-passed.ts';
import { History, writer, type Writer } from '../history.ts';
import { rightsByAncestors, type Verdict } from './rights-by-ancestors.ts';

const [ada, ben, cyn] = [writer('ada'), writer('ben'), writer('cyn')];
const everybody = [ada, ben, cyn, writer('ada', 'second'), writer('ben', 'second'), writer('dan')];

/** What somebody does, how much of the history they had seen (in records back from the end), and what else they name. */
interface Deed {
  readonly who: Writer;
  readonly what: string;
  readonly whom: Writer;
  readonly role: string;
  readonly all: boolean;
  /** Whether it is done by somebody who seems to have the right. */
  readonly fits: boolean;
  readonly back: number;
  readonly named: readonly number[];
}

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom(...everybody),
  what: fc.constantFrom(
    'write',
    'write',
    'grant',
    'grant',
    'remove',
    'pass',
    'accept',
    'accept',
    'accept',
    'pass',
    'recover',
    'adopt',
    'race',
  ),
  whom: fc.constantFrom(ben, ben, cyn, ada),
  role: fc.constantFrom('lead', 'inspector', 'panel'),
  all: fc.boolean(),
  fits: fc.constantFrom(true, true, true, false),
  back: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 12 }) }),
  named: fc.array(fc.nat(), { maxLength: 2 }),
});

const wordings: readonly (readonly [Verdict, string])[] = [
  ['beyond', 'It speaks of a record that its author did not have'],
  ['ownership', 'It would change who owns the draft'],
  ['ended', 'It was written without knowing that its author had been removed'],
  ['no role', 'Its author had no role in this draft'],
];

/** The offer that is accepted. */
function offerIn({ named }: Deed, seen: readonly SignedRecord[]): SignedRecord | undefined {
  const offers = seen.filter(({ type }) => type === 'ownership.passed');
  return offers.at(-1 - ((named[0] ?? 0) % Math.min(3, Math.max(1, offers.length))));
}

/** Who would do this where the records seen were all: the receiver of an offer, whoever owns, else whoever is drawn. */
function whoFits(deed: Deed, seen: readonly SignedRecord[]): Writer {
  const { who, what, all } = deed;
  const own = ['grant', 'remove', 'pass', 'race', 'adopt'].includes(what);
  const changed = seen.findLast(
    ({ type }) => type === 'ownership.accepted' || type === 'ownership.recovered',
  );
  const passed = offerIn(deed, seen);
  const person = own
    ? (changed?.author ?? ada.person)
    : what === 'accept' && passed !== undefined
      ? ownershipPassed.in(passed)?.to
      : what === 'recover'
        ? cyn.person
        : who.person;
  const theirs = everybody.filter((writer) => writer.person === person);
  return theirs[all ? 0 : theirs.length - 1] ?? who;
}

/** Adds what a deed says to a history. */
function act(history: History, deed: Deed): void {
  const { what, whom, role, all, back, named } = deed;
  const seen = history.records.slice(0, Math.max(1, history.records.length - back));
  const who = deed.fits ? whoFits(deed, seen) : deed.who;
  const others = named.map((at) => seen[at % seen.length]);
  const parents = [...new Set([seen.at(-1), ...others])].flatMap((record) => record?.id ?? []);
  const last = (type: string): string => seen.findLast((record) => record.type === type)?.id ?? history.draft;
  const bodies: Readonly<Record<string, readonly [type: string, body: object]>> = {
    grant: ['role.granted', { person: whom.person, role }],
    remove: ['role.revoked', { person: whom.person, role: all ? null : role, reason: 'left' }],
    pass: ['ownership.passed', { to: whom.person }],
    accept: ['ownership.accepted', { passed: offerIn(deed, seen)?.id ?? history.draft }],
    recover: ['ownership.recovered', { reason: 'lost' }],
    adopt: ['record.adopted', { records: [last('revision.saved')], reason: 'right' }],
  };
  const [type, body] = bodies[what] ?? [];
  if (what === 'race') {
    for (const receiver of [ben, everybody[5] ?? cyn]) {
      const { id } = history.add(who, 'ownership.passed', { to: receiver.person }, parents);
      history.add(receiver, 'ownership.accepted', { passed: id }, [id]);
    }
  } else if (type === undefined) history.write(who, `${history.records.length}`, [], parents);
  else history.add(who, type, body, parents);
}

describe('rights', () => {
  it('are in every generated history what following the rules from record to record gives', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(anyDeed, { minLength: 1, maxLength: 45, size: 'max' }), (deeds) => {
        const history = new History();
        history.begin(ada, cyn);
        for (const next of deeds) act(history, next);
        const graph = new RecordGraph(history.draft, history.records, draftEventTypes);
        const [rights, reference] = [rightsOf(graph), rightsByAncestors(graph)];
        const setAside = new Map(
          [...rights.setAside].map(([id, why]) => [
            id,
            wordings.find(([, words]) => why.startsWith(words))?.[0],
          ]),
        );
        expect(rights.ownership).toEqual(reference.ownership);
        expect(rights.grants).toEqual(reference.grants);
        expect(setAside).toEqual(reference.setAside);
        const count = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);
        for (const verdict of reference.setAside.values()) count(verdict);
        if (reference.ownership.contested) count('contested');
        if (reference.ownership.epochs.length > 3) count('four owners');
        if (reference.ownership.epochs.some(({ endedByRecovery }) => endedByRecovery)) count('recovered');
      }),
      { numRuns: process.env['PLUMBLINE_FULL'] === '1' ? 5_000 : 300 },
    );
    console.log(`measured: ${[...met].map(([what, often]) => `${what} ${often}`).join(', ')}`);
    for (const what of ['ownership', 'ended', 'no role', 'contested', 'four owners', 'recovered'])
      expect(met.get(what) ?? 0, what).toBeGreaterThan(20);
  });
});
