import type { RecordGraph } from '../records/record-graph.ts';
import { draftBegun } from '../draft/draft-begun.ts';
import { ownershipAccepted } from '../people/ownership-accepted.ts';
import { ownershipPassed } from '../people/ownership-passed.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { roleRevoked } from '../people/role-revoked.ts';
import { ownershipRecovered } from '../people/ownership-recovered.ts';

/** A stretch in which one person owned the draft. */
interface Epoch {
  readonly owner: PersonId;
  /** The record with which it began. */
  readonly since: RecordId;
  /** What ended it: one record, or several competing acceptances; empty while it lasts. */
  readonly ends: readonly RecordId[];
  /** True where the recovery owner took the draft: then nothing of the former owner's right remains. */
  readonly endedByRecovery: boolean;
}

/** Who owned the draft when; `contested` where several acceptances compete and nobody has settled it. */
export interface Ownership {
  readonly epochs: readonly Epoch[];
  readonly owner: PersonId;
  readonly recoveryOwner: PersonId | null;
  readonly contested: boolean;
  /** Passings that wait for their receiver. */
  readonly offers: readonly { readonly record: RecordId; readonly to: PersonId }[];
}

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
 * The chain of owners, from the set of records alone. A passing counts when its receiver accepted it; of several that
 * compete without knowing of each other none counts until the recovery owner takes the draft, so that a former owner
 * gains nothing by naming old parents.
 */
export function ownershipOf(graph: RecordGraph): Ownership {
  const begun = graph.get(graph.draft)?.record;
  const recoveryOwner = (begun === undefined ? undefined : draftBegun.in(begun))?.recoveryOwner ?? null;
  const passings = passingsOf(graph);
  const epochs: Epoch[] = [];
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
