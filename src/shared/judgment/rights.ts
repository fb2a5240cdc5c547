import type { RecordGraph } from '../records/record-graph.ts';
import { draftEventTypes } from './event-types.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import { recordAdopted } from '../people/record-adopted.ts';
import { roleGranted } from '../people/role-granted.ts';
import { roleRevoked } from '../people/role-revoked.ts';
import { ownershipOf, type Ownership } from './ownership.ts';
import type { LostDevices } from '../people/lost-devices.ts';
import type { GrantedRole, Role } from '../values/role.ts';
import { ownershipAccepted } from '../people/ownership-accepted.ts';
import { ownershipRecovered } from '../people/ownership-recovered.ts';

/** A role someone was given, and by which record. */
export interface Grant {
  readonly person: PersonId;
  readonly role: GrantedRole;
  readonly record: RecordId;
  /** A recovery that ended the ownership which this right came from; null otherwise. */
  readonly endedBy: RecordId | null;
}

interface Revocation {
  readonly person: PersonId;
  readonly role: GrantedRole | null;
  readonly record: RecordId;
}

/** What the records of a draft are worth: which count, and why others do not. */
export interface Rights {
  readonly ownership: Ownership;
  readonly grants: readonly Grant[];
  /** Why each record that does not count is set aside, in words; records that count are absent. */
  readonly setAside: ReadonlyMap<RecordId, string>;
  /**
   * Why a record that comes after all of these, in a graph that went on from theirs, does not count; null where it does.
   * It holds for kinds that change nobody's rights: the others are judged with all records anew.
   */
  readonly judge: (graph: RecordGraph, record: SignedRecord) => string | null;
  /** The roles a person would write with now. */
  readonly rolesOf: (person: PersonId) => readonly Role[];
}

const beyondKnowledge = 'It speaks of a record that its author did not have, so it does not count.';
const anyWriter: readonly Role[] = ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy', 'qa'];
/** Judges every record by the records its author knew, and by removals that its author did not know. */
export function rightsOf(all: RecordGraph, lost: LostDevices = new Map()): Rights {
  const ownership = ownershipOf(all);
  const ownerActs = new Map(all.entries.map(({ record }) => [record, inEpoch(all, ownership, record)]));
  const counted = all.entries.filter(({ event, record }) => event !== null && ownerActs.get(record) === true);
  const grants = [...ownerGrants(ownership), ...counted.flatMap(({ record }) => grantIn(record))];
  const revocations = counted.flatMap(({ record }) => revocationIn(record));
  const adopted = new Set(
    counted.flatMap(({ record }) =>
      record.type === recordAdopted.type ? (recordAdopted.in(record)?.records ?? []) : [],
    ),
  );
  const byPerson = Map.groupBy(grants, (grant) => grant.person);
  const revokedOf = Map.groupBy(revocations, (revocation) => revocation.person);
  const stands = (graph: RecordGraph, grant: Grant, record: RecordId): boolean =>
    (grant.endedBy === null || graph.isAncestor(record, grant.endedBy)) &&
    !(revokedOf.get(grant.person) ?? []).some(
      (revocation) =>
        (revocation.role === null || revocation.role === grant.role) &&
        !graph.isAncestor(revocation.record, grant.record) &&
        !graph.isAncestor(record, revocation.record),
    );
  const setAside = new Map<RecordId, string>();
  for (const { record } of all.entries) {
    const why = judge(all, record);
    if (why !== null) setAside.set(record.id, why);
  }
  return { ownership, grants: grants.filter((grant) => standsNow(grant)), setAside, judge, rolesOf };

  function judge(graph: RecordGraph, record: SignedRecord): string | null {
    if (graph.beyondKnowledge.has(record.id)) return beyondKnowledge;
    const isAdopted = adopted.has(record.id) && draftEventTypes.get(record.type)?.adoptable === true;
    return isAdopted ? null : (afterLoss(record) ?? whySetAside(graph, record));
  }

  function afterLoss({ author, key, seq }: SignedRecord): string | null {
    return seq > (lost.get(author)?.get(key) ?? Infinity)
      ? 'It was written with a device that its owner has reported lost, after the last record known then. An owner may let it count.'
      : null;
  }

  function whySetAside(graph: RecordGraph, record: SignedRecord): string | null {
    // What this version does not know counts for who may write anything at all: a stranger's stops nobody.
    const may = draftEventTypes.get(record.type)?.may ?? anyWriter;
    if (record.id === graph.draft) return null;
    if (record.type === ownershipAccepted.type || record.type === ownershipRecovered.type) {
      return ownership.epochs.some((epoch) => epoch.since === record.id || epoch.ends.includes(record.id))
        ? null
        : 'It would change who owns the draft, and its author had no right to that.';
    }
    const isOwners = ownerActs.get(record) ?? inEpoch(graph, ownership, record);
    if (may.includes('owner') && isOwners) return null;
    const theirs = byPerson.get(record.author) ?? [];
    const known = theirs.filter(
      (grant) => may.includes(grant.role) && graph.isAncestor(grant.record, record.id),
    );
    if (known.some((grant) => stands(graph, grant, record.id))) return null;
    return known.length > 0
      ? 'It was written without knowing that its author had been removed. An owner may let it count.'
      : 'Its author had no role in this draft that allows it. An owner may let it count.';
  }

  function standsNow(grant: Grant): boolean {
    return (
      grant.endedBy === null &&
      !(revokedOf.get(grant.person) ?? []).some(
        (revocation) =>
          (revocation.role === null || revocation.role === grant.role) &&
          !all.isAncestor(revocation.record, grant.record),
      )
    );
  }

  function rolesOf(person: PersonId): readonly Role[] {
    const granted = (byPerson.get(person) ?? []).filter(standsNow).map((grant) => grant.role);
    const owner: readonly Role[] = ownership.owner === person && !ownership.contested ? ['owner'] : [];
    return [...new Set<Role>([...owner, ...granted])];
  }
}

function inEpoch(graph: RecordGraph, ownership: Ownership, record: SignedRecord): boolean {
  return ownership.epochs.some(
    (epoch) =>
      epoch.owner === record.author &&
      graph.isWithin(epoch.since, record.id) &&
      epoch.ends.every((end) => graph.isAncestor(record.id, end)),
  );
}

/** Whoever owned the draft writes on as a lead once it has passed, until an owner takes that away. */
function ownerGrants(ownership: Ownership): readonly Grant[] {
  return ownership.epochs.map((epoch) => ({
    person: epoch.owner,
    role: 'lead',
    record: epoch.since,
    endedBy: epoch.endedByRecovery ? (epoch.ends[0] ?? null) : null,
  }));
}

function grantIn(record: SignedRecord): readonly Grant[] {
  if (record.type !== roleGranted.type) return [];
  const body = roleGranted.in(record);
  return body === undefined ? [] : [{ ...body, record: record.id, endedBy: null }];
}

function revocationIn(record: SignedRecord): readonly Revocation[] {
  if (record.type !== roleRevoked.type) return [];
  const body = roleRevoked.in(record);
  return body === undefined ? [] : [{ person: body.person, role: body.role, record: record.id }];
}
