import type { RecordGraph } from '../records/record-graph.ts';
import { draftEventTypes } from './event-types.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import { recordAdopted } from '../people/record-adopted.ts';
import { roleGranted } from '../people/role-granted.ts';
import { roleRevoked } from '../people/role-revoked.ts';
import { ownershipOf, OwnershipEpochs, type Ownership } from './ownership.ts';
import { RoleGrants, type Standing } from './role-grants.ts';
import type { Knowledge } from '../records/ancestry.ts';
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

/** The same, with what the author of its record knew; null where that does not fold. */
interface Given {
  readonly grant: Grant;
  readonly knowledge: Knowledge | null;
}

interface Revocation {
  readonly person: PersonId;
  readonly role: GrantedRole | null;
  readonly knowledge: Knowledge;
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
/** Kinds by which owners change what others may write. */
const changing: ReadonlySet<string> = new Set([roleGranted.type, roleRevoked.type, recordAdopted.type]);
const anyWriter: readonly Role[] = ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy', 'qa'];
/** Judges every record by the records its author knew, and by removals that its author did not know. */
export function rightsOf(all: RecordGraph, lost: LostDevices = new Map()): Rights {
  const known = all.knowledge();
  const owners = ownershipOf(all, known);
  const { ownership } = owners;
  const epochs = new OwnershipEpochs(all, owners);
  const given = ownership.epochs.map((epoch, at): Given => {
    return { grant: ownerGrant(epoch), knowledge: owners.begun[at] ?? null };
  });
  const revocations: Revocation[] = [];
  const adopted = new Set<RecordId>();
  for (const [at, { record, event }] of all.entries.entries()) {
    const knowledge = known[at];
    if (event === null || knowledge === undefined || !changing.has(record.type)) continue;
    if (!epochs.isOwners(record.author, knowledge)) continue;
    given.push(...grantIn(record).map((grant) => ({ grant, knowledge })));
    revocations.push(...revocationIn(record, knowledge));
    for (const id of recordAdopted.in(record)?.records ?? []) adopted.add(id);
  }
  const changers = new Set(ownership.epochs.flatMap(({ since, ends }) => [since, ...ends]));
  const byPerson = Map.groupBy(given, ({ grant }) => grant.person);
  const roles = rolesGiven(byPerson, revocations);
  const setAside = new Map<RecordId, string>();
  for (const [at, { record }] of all.entries.entries()) {
    const why = judgeKnowing(all, record, known[at]);
    if (why !== null) setAside.set(record.id, why);
  }
  const grants = given.filter((each) => standsNow(each)).map(({ grant }) => grant);
  return { ownership, grants, setAside, judge, rolesOf };

  function judge(graph: RecordGraph, record: SignedRecord): string | null {
    return judgeKnowing(graph, record, graph.knowledgeOf(record.id));
  }

  function judgeKnowing(
    graph: RecordGraph,
    record: SignedRecord,
    knowledge: Knowledge | undefined,
  ): string | null {
    if (graph.beyondKnowledge.has(record.id)) return beyondKnowledge;
    const isAdopted = adopted.has(record.id) && draftEventTypes.get(record.type)?.adoptable === true;
    return isAdopted ? null : (afterLoss(record) ?? whySetAside(graph.draft, record, knowledge));
  }

  function afterLoss({ author, key, seq }: SignedRecord): string | null {
    return seq > (lost.get(author)?.get(key) ?? Infinity)
      ? 'It was written with a device that its owner has reported lost, after the last record known then. An owner may let it count.'
      : null;
  }

  function whySetAside(
    draft: RecordId,
    record: SignedRecord,
    knowledge: Knowledge | undefined,
  ): string | null {
    // What this version does not know counts for who may write anything at all: a stranger's stops nobody.
    const may = draftEventTypes.get(record.type)?.may ?? anyWriter;
    if (record.id === draft) return null;
    if (record.type === ownershipAccepted.type || record.type === ownershipRecovered.type) {
      return changers.has(record.id)
        ? null
        : 'It would change who owns the draft, and its author had no right to that.';
    }
    const isOwners = knowledge !== undefined && epochs.isOwners(record.author, knowledge);
    if (may.includes('owner') && isOwners) return null;
    const standings =
      knowledge === undefined ? [] : may.map((role) => standingOf(record.author, role, knowledge));
    if (standings.includes('stands')) return null;
    return standings.includes('ended')
      ? 'It was written without knowing that its author had been removed. An owner may let it count.'
      : 'Its author had no role in this draft that allows it. An owner may let it count.';
  }

  function standingOf(person: PersonId, role: Role, record: Knowledge): Standing {
    const given = roles.get(person)?.get(role);
    const standing = given?.of(record) ?? 'none';
    if (standing === 'stands' || role !== 'lead') return standing;
    const begun = epochs.recoveredFrom(person, record);
    if (begun !== null && given?.isStanding(begun, record) === true) return 'stands';
    return epochs.knowsRecovered(person, record) ? 'ended' : standing;
  }

  function standsNow({ grant: { person, role, endedBy }, knowledge }: Given): boolean {
    const given = roles.get(person)?.get(role);
    return endedBy === null && knowledge !== null && given?.isStandingNow(knowledge) === true;
  }

  function rolesOf(person: PersonId): readonly Role[] {
    const granted = (byPerson.get(person) ?? []).filter(standsNow).map(({ grant }) => grant.role);
    const owner: readonly Role[] = ownership.owner === person && !ownership.contested ? ['owner'] : [];
    return [...new Set<Role>([...owner, ...granted])];
  }
}

/** By person and role what was given of it and taken away; what a recovery ended is judged by the ownership itself. */
function rolesGiven(
  byPerson: ReadonlyMap<PersonId, readonly Given[]>,
  revocations: readonly Revocation[],
): ReadonlyMap<PersonId, ReadonlyMap<Role, RoleGrants>> {
  const revokedOf = Map.groupBy(revocations, ({ person }) => person);
  const knowledgeIn = (records: readonly { readonly knowledge: Knowledge | null }[]): readonly Knowledge[] =>
    records.flatMap(({ knowledge }) => knowledge ?? []);
  return new Map(
    [...byPerson].map(([person, grants]) => {
      const revoked = revokedOf.get(person) ?? [];
      const byRole = [...Map.groupBy(grants, ({ grant }) => grant.role)].map(
        ([role, given]): [Role, RoleGrants] => [
          role,
          new RoleGrants(
            knowledgeIn(given.filter(({ grant }) => grant.endedBy === null)),
            knowledgeIn(revoked.filter((revocation) => revocation.role === null || revocation.role === role)),
          ),
        ],
      );
      return [person, new Map(byRole)];
    }),
  );
}

/** Whoever owned the draft writes on as a lead once it has passed, until an owner takes that away. */
function ownerGrant({ owner, since, ends, endedByRecovery }: Ownership['epochs'][number]): Grant {
  return { person: owner, role: 'lead', record: since, endedBy: endedByRecovery ? (ends[0] ?? null) : null };
}

function grantIn(record: SignedRecord): readonly Grant[] {
  if (record.type !== roleGranted.type) return [];
  const body = roleGranted.in(record);
  return body === undefined ? [] : [{ ...body, record: record.id, endedBy: null }];
}

function revocationIn(record: SignedRecord, knowledge: Knowledge): readonly Revocation[] {
  if (record.type !== roleRevoked.type) return [];
  const body = roleRevoked.in(record);
  return body === undefined ? [] : [{ person: body.person, role: body.role, knowledge }];
}
