import type { RecordGraph } from '../../../src/shared/records/record-graph.ts';
import type { PersonId, RecordId, SignedRecord } from '../../../src/shared/records/record.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import type { Ownership } from '../../../src/shared/judgment/ownership.ts';
import type { Grant } from '../../../src/shared/judgment/rights.ts';
import { draftBegun } from '../../../src/shared/draft/draft-begun.ts';
import { ownershipAccepted } from '../../../src/shared/people/ownership-accepted.ts';
import { ownershipPassed } from '../../../src/shared/people/ownership-passed.ts';
import { ownershipRecovered } from '../../../src/shared/people/ownership-recovered.ts';
import { recordAdopted } from '../../../src/shared/people/record-adopted.ts';
import { roleGranted } from '../../../src/shared/people/role-granted.ts';
import { roleRevoked } from '../../../src/shared/people/role-revoked.ts';

/** Why a record does not count. */
export type Verdict = 'beyond' | 'ownership' | 'ended' | 'no role';

interface Passing {
  readonly pass: RecordId;
  readonly from: PersonId;
  readonly to: PersonId;
}

interface Change {
  readonly record: RecordId;
  readonly owner: PersonId;
  readonly recovery: boolean;
}

/**
 * The reference for rights: every record is asked of every other whether it was known to it, as the rules say it, at the
 * cost of the cube of the records.
 */
export function rightsByAncestors(graph: RecordGraph): {
  readonly ownership: Ownership;
  readonly grants: readonly Grant[];
  readonly setAside: ReadonlyMap<RecordId, Verdict>;
} {
  const ownership = ownershipByAncestors(graph);
  const { epochs } = ownership;
  const isOwners = (record: SignedRecord): boolean =>
    epochs.some(
      (epoch) =>
        epoch.owner === record.author &&
        graph.isWithin(epoch.since, record.id) &&
        epoch.ends.every((end) => graph.isAncestor(record.id, end)),
    );
  const counted = graph.entries.filter(({ event, record }) => event !== null && isOwners(record));
  const grants: readonly Grant[] = [
    ...epochs.map(({ owner: person, since: record, endedByRecovery, ends }) => {
      return { person, role: 'lead' as const, record, endedBy: endedByRecovery ? (ends[0] ?? null) : null };
    }),
    ...counted.flatMap(({ record }) => {
      const body = roleGranted.in(record);
      return body === undefined ? [] : [{ ...body, record: record.id, endedBy: null }];
    }),
  ];
  const removals = counted.flatMap(({ record }) => {
    const body = roleRevoked.in(record);
    return body === undefined ? [] : [{ ...body, record: record.id }];
  });
  const adopted = new Set(counted.flatMap(({ record }) => recordAdopted.in(record)?.records ?? []));
  const against = ({ person, role, record }: Grant): readonly RecordId[] =>
    removals
      .filter((removal) => removal.person === person && (removal.role === null || removal.role === role))
      .map((removal) => removal.record)
      .filter((removal) => !graph.isAncestor(removal, record));

  const verdictOn = (record: SignedRecord): Verdict | null => {
    const definition = draftEventTypes.get(record.type);
    if (graph.beyondKnowledge.has(record.id)) return 'beyond';
    if (record.id === graph.draft || (adopted.has(record.id) && definition?.adoptable === true)) return null;
    if (record.type === ownershipAccepted.type || record.type === ownershipRecovered.type) {
      const changes = epochs.some((epoch) => epoch.since === record.id || epoch.ends.includes(record.id));
      return changes ? null : 'ownership';
    }
    const may = definition?.may ?? ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy', 'qa'];
    if (may.includes('owner') && isOwners(record)) return null;
    const known = grants.filter(
      (grant) =>
        grant.person === record.author &&
        may.includes(grant.role) &&
        graph.isAncestor(grant.record, record.id),
    );
    const stands = known.some(
      (grant) =>
        (grant.endedBy === null || graph.isAncestor(record.id, grant.endedBy)) &&
        against(grant).every((removal) => graph.isAncestor(record.id, removal)),
    );
    if (stands) return null;
    return known.length > 0 ? 'ended' : 'no role';
  };
  return {
    ownership,
    grants: grants.filter((grant) => grant.endedBy === null && against(grant).length === 0),
    setAside: new Map(
      graph.entries.flatMap(({ record }): [RecordId, Verdict][] => {
        const verdict = verdictOn(record);
        return verdict === null ? [] : [[record.id, verdict]];
      }),
    ),
  };
}

function ownershipByAncestors(graph: RecordGraph): Ownership {
  const begun = graph.get(graph.draft)?.record;
  const recoveryOwner = (begun === undefined ? undefined : draftBegun.in(begun))?.recoveryOwner ?? null;
  const passings = passingsOf(graph);
  const epochs: Ownership['epochs'][number][] = [];
  let owner = begun?.author ?? '';
  let since: RecordId = graph.draft;
  for (;;) {
    const changes = changesAfter(graph, passings, owner, since, recoveryOwner);
    const first = changes.filter(
      (change) => !changes.some((other) => graph.isAncestor(other.record, change.record)),
    );
    const next = chooseNext(first, changes);
    if (next === null) {
      epochs.push({ owner, since, ends: first.map((change) => change.record), endedByRecovery: false });
      const contested = first.length > 0;
      return { epochs, owner, recoveryOwner, contested, offers: openOffers(graph, passings, owner, since) };
    }
    epochs.push({ owner, since, ends: [next.record], endedByRecovery: next.recovery });
    owner = next.owner;
    since = next.record;
  }
}

/** The one change, or the recovery that settles several; null where there is none or they compete. */
function chooseNext(first: readonly Change[], all: readonly Change[]): Change | null {
  const only = first[0];
  if (only === undefined) return null;
  if (first.length === 1) return only;
  return all.find((change) => change.recovery) ?? null;
}

function passingsOf(graph: RecordGraph): readonly Passing[] {
  return graph.entries.flatMap(({ record, event }) => {
    if (record.type !== ownershipPassed.type || event === null) return [];
    const body = ownershipPassed.in(record);
    return body === undefined ? [] : [{ pass: record.id, from: record.author, to: body.to }];
  });
}

function changesAfter(
  graph: RecordGraph,
  passings: readonly Passing[],
  owner: PersonId,
  since: RecordId,
  recoveryOwner: PersonId | null,
): readonly Change[] {
  return graph.entries.flatMap(({ record, event }): Change[] => {
    if (event === null || !graph.isAncestor(since, record.id)) return [];
    if (record.type === ownershipRecovered.type && record.author === recoveryOwner) {
      return [{ record: record.id, owner: record.author, recovery: true }];
    }
    if (record.type !== ownershipAccepted.type) return [];
    const passed = ownershipAccepted.in(record)?.passed;
    const passing = passings.find((passing) => passing.pass === passed);
    const fits =
      passing?.from === owner &&
      passing.to === record.author &&
      graph.isAncestor(since, passing.pass) &&
      !isEnded(graph, passing, record.id);
    return fits ? [{ record: record.id, owner: record.author, recovery: false }] : [];
  });
}

/**
 * Whether who offered the draft took a role from the receiver since, and whoever accepts knows of that. What a former
 * owner takes away without knowing of the acceptance ends nothing: else they could take the draft back by old parents.
 */
function isEnded(graph: RecordGraph, { pass, from, to }: Passing, acceptance: RecordId | null): boolean {
  return graph.entries.some(({ record, event }) => {
    if (record.type !== roleRevoked.type || event === null || record.author !== from) return false;
    const body = roleRevoked.in(record);
    if (body?.person !== to || graph.isAncestor(record.id, pass)) return false;
    return acceptance === null || graph.isAncestor(record.id, acceptance);
  });
}

function openOffers(
  graph: RecordGraph,
  passings: readonly Passing[],
  owner: PersonId,
  since: RecordId,
): Ownership['offers'] {
  return passings
    .filter(
      (passing) =>
        passing.from === owner && graph.isAncestor(since, passing.pass) && !isEnded(graph, passing, null),
    )
    .map((passing) => ({ record: passing.pass, to: passing.to }));
}
