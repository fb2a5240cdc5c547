import fc from 'fast-check';
import { bodyOfSchema } from '../attacks/odd-bodies.ts';
import { SeededGenerator, seeded } from '../../src/shared/agreement/seeded-generator.ts';
import { draftEventTypes } from '../../src/shared/judgment/event-types.ts';
import { isStrictJson } from '../../src/shared/records/strict-json.ts';
import { History, writer, type Writer } from './history.ts';

/** The people of every generated history: its owner, an inspector, and who may recover it. */
export const [ada, ben, cyn] = [writer('ada'), writer('ben'), writer('cyn')];
/** Another device of the owner's. */
export const adasSecond = writer('ada', 'second');

/** What a generated person does: who, what, and how much of the others' work they had seen. */
export const deed = fc.record({
  who: fc.constantFrom(ada, ben, cyn, adasSecond),
  what: fc.constantFrom('write', 'grant', 'revoke', 'pass', 'accept', 'recover', 'adopt', 'detail'),
  whom: fc.constantFrom(ada, ben, cyn),
  seen: fc.double({ min: 0, max: 1, noNaN: true }),
});

/**
 * A history from deeds, after these roles were given: each is written on the heads of the part of the history that its
 * author had seen.
 */
export function historyOf(
  deeds: readonly { who: Writer; what: string; whom: Writer; seen: number }[],
  roles: readonly (readonly [Writer, string])[] = [],
): History {
  const history = new History();
  const first = history.begin(ada, cyn);
  for (const [{ person }, role] of [[ben, 'inspector'] as const, ...roles])
    history.add(ada, 'role.granted', { person, role });
  for (const { who, what, whom, seen } of deeds) {
    const { ids, heads: parents } = headsSeen(history, seen, 1);
    const known = history.records.slice(0, ids.length);
    const passing = known.findLast((record) => record.type === 'ownership.passed');
    const writes = known.filter((record) => record.type === 'revision.saved');
    if (what === 'write')
      history.write(
        who,
        `${history.records.length}`,
        writes.slice(-1).map((write) => write.id),
        parents,
      );
    if (what === 'grant') history.add(who, 'role.granted', { person: whom.person, role: 'lead' }, parents);
    if (what === 'revoke')
      history.add(who, 'role.revoked', { person: whom.person, role: null, reason: 'left' }, parents);
    if (what === 'pass') history.add(who, 'ownership.passed', { to: whom.person }, parents);
    if (what === 'accept' && passing !== undefined)
      history.add(who, 'ownership.accepted', { passed: passing.id }, parents);
    if (what === 'recover') history.add(who, 'ownership.recovered', { reason: 'lost' }, parents);
    if (what === 'adopt')
      history.add(
        who,
        'record.adopted',
        { records: [writes.at(-1)?.id ?? first.id], reason: 'right' },
        parents,
      );
    if (what === 'detail')
      history.add(who, 'details.set', { writes: [{ name: 'kind', value: what, over: [] }] }, parents);
  }
  return history;
}

/** The heads of the beginning of a history that somebody had seen, `seen` being how much of it from 0 to 1. */
function headsSeen(history: History, seen: number, least: number): { ids: string[]; heads: string[] } {
  const known = history.records.slice(0, Math.max(least, Math.ceil(seen * history.records.length)));
  const covered = new Set(known.flatMap((record) => [...record.parents, record.prev ?? '']));
  const ids = known.map(({ id }) => id);
  return { ids, heads: ids.filter((id) => !covered.has(id)) };
}

/** Adds a record of a kind, saying what its schema takes and naming records that are there; nothing where none can be made. */
export function addOfKind(
  history: History,
  { who, type, seen, seed }: { who: Writer; type: string; seen: number; seed: number },
): void {
  const { ids, heads } = headsSeen(history, seen, 2);
  const generator = new SeededGenerator(seeded(seed));
  const choose = <T>(from: readonly T[]): T | undefined =>
    from.length === 0 ? undefined : from[generator.below(from.length)];
  const named = Array.from({ length: 4 }, () => choose(ids) ?? '');
  const definition = draftEventTypes.get(type);
  const body = definition === undefined ? {} : bodyOfSchema(definition.body, named, choose);
  if (!isStrictJson(body) || definition?.body.safeParse(body).success === false) return;
  history.add(who, type, body, heads);
}
