import { RecordGraph } from '../records/record-graph.ts';
import { cardCorrected } from './card-corrected.ts';
import { deviceCertified } from './device-certified.ts';
import { deviceRevoked } from './device-revoked.ts';
import { personEventTypes } from './person-event-types.ts';
import { encryptionCertified } from './encryption-certified.ts';
import { personDistrusted } from './person-distrusted.ts';
import { personIntroduced } from './person-introduced.ts';
import { frameworkPublished } from '../framework/framework-published.ts';
import { personVerified } from './person-verified.ts';
import { personVouched } from './person-vouched.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import type { Device, KeyStatement, Person } from './person.ts';

/** A person's id: the sha256 of the hex of their root key. */
function personIdOf(rootKey: string, sha256: (utf8: string) => string): PersonId {
  return sha256(rootKey);
}

/**
 * A person from the records of their log, checked line by line before. Null where the log does not begin with an
 * introduction whose root key hashes to its author, or where another key signed in it.
 */
export function foldPerson(
  records: readonly SignedRecord[],
  sha256: (utf8: string) => string,
): Person | null {
  const sorted = [...records].sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
  const first = sorted.find((record) => record.draft === null && record.type === personIntroduced.type);
  const introduced = first === undefined ? undefined : personIntroduced.in(first);
  if (first === undefined || introduced === undefined) return null;
  const { rootKey } = introduced;
  if (first.author !== personIdOf(rootKey, sha256) || first.key !== rootKey) return null;
  const own = sorted.filter((record) => record.key === rootKey && record.author === first.author);
  let card = introduced.card;
  const devices = new Map<string, Device>();
  const verified = new Set<PersonId>();
  const distrusted = new Set<PersonId>();
  const published = new Set<string>();
  let encryptionKey: string | null = null;
  for (const record of own) {
    card = cardCorrected.in(record)?.card ?? card;
    const certified = deviceCertified.in(record);
    if (certified !== undefined) {
      devices.set(certified.device, {
        key: certified.device,
        label: certified.label,
        certified: record.id,
        revoked: false,
      });
    }
    const lost = deviceRevoked.in(record);
    const device = devices.get(lost?.device ?? '');
    if (device !== undefined) {
      const lastKnown = Object.fromEntries((lost?.known ?? []).map(({ draft, seq }) => [draft, seq]));
      devices.set(device.key, { ...device, revoked: true, lastKnown: { ...lastKnown, ...device.lastKnown } });
    }
    encryptionKey = encryptionCertified.in(record)?.encryptionKey ?? encryptionKey;
    const met = personVerified.in(record);
    // Of one colleague the last comparison stands, whichever way it went.
    if (met !== undefined) {
      verified.add(met.person);
      distrusted.delete(met.person);
    }
    const differing = personDistrusted.in(record);
    if (differing !== undefined) {
      distrusted.add(differing.person);
      verified.delete(differing.person);
    }
    const stoodFor = frameworkPublished.in(record);
    if (stoodFor !== undefined) published.add(stoodFor.hash);
  }
  return {
    id: first.author,
    rootKey,
    log: first.id,
    card,
    devices: [...devices.values()],
    encryptionKey,
    verified: [...verified].sort(),
    distrusted: [...distrusted].sort(),
    ...statementsIn(first.id, own),
    published: [...published].sort(),
  };
}

/**
 * In which records of a log its owner stands for others' keys. A `person.vouched` counts where a `person.verified` of the
 * same person is among its ancestors: nobody stands before others for a key that they did not compare themselves.
 */
function statementsIn(
  log: RecordId,
  own: readonly SignedRecord[],
): Pick<Person, 'vouched' | 'statements' | 'unfounded'> {
  const statements: KeyStatement[] = [];
  const vouched = new Set<PersonId>();
  const unfounded: RecordId[] = [];
  if (own.some(({ type }) => type === personVerified.type || type === personVouched.type)) {
    // Of each person the comparisons that knew of none before: what knew of a later one knew of one of these.
    const compared = new Map<PersonId, RecordId[]>();
    const graph = new RecordGraph(log, own, personEventTypes);
    for (const { record, event } of graph.entries) {
      const named = event === null ? undefined : (personVerified.in(record) ?? personVouched.in(record));
      if (named === undefined) continue;
      const { person } = named;
      const before = compared.get(person) ?? [];
      const isKnown = before.some((earlier) => graph.isAncestor(earlier, record.id));
      if (record.type === personVerified.type) {
        if (!isKnown) compared.set(person, [...before, record.id]);
      } else if (isKnown) vouched.add(person);
      else {
        unfounded.push(record.id);
        continue;
      }
      const does = record.type === personVerified.type ? 'compares' : 'vouches';
      statements.push({ record: record.id, person, does, at: record.at });
    }
  }
  return { vouched: [...vouched].sort(), statements, unfounded };
}

/** Whether a person's root key vouches for the key: the root itself in their own log, else a certified device. */
export function isCertified(person: Person, key: string): boolean {
  return person.devices.some((device) => device.key === key);
}
