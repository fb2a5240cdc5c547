import type { Scope } from './session.ts';
import { foldPerson } from '../../../shared/people/fold-person.ts';
import { knownSince, knownTo, type Known } from '../../../shared/people/known-people.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import type { Person } from '../../../shared/people/person.ts';
import { readLine } from '../../../shared/records/read-line.ts';
import type { PersonView } from '../../../shared/ipc/views.ts';

const groups = 6;

/**
 * What two people read out to each other to know that each has the other's true key: six groups of five digits from
 * the sha256 over both root keys, the same for both whoever asks. About 100 bits, as Signal's safety numbers are
 * built (Signal, "Safety number updates", 2016), in half the length since both keys go into one number.
 */
function shortPhrase(rootKey: string, otherRootKey: string, sha256: (utf8: string) => string): string {
  const both = [rootKey, otherRootKey].sort().join(' ');
  const hash = sha256(`plumbline/phrase/1 ${both}`);
  return Array.from({ length: groups }, (_, index) => {
    const part = BigInt(`0x${hash.slice(index * 10, index * 10 + 10)}`);
    return String(part % 100_000n).padStart(5, '0');
  }).join(' ');
}

/** This profile's person as their own log in the profile tells, or null before the introduction. */
export async function ownPerson(scope: Scope): Promise<Person | null> {
  const lines = await scope.ports.keys.cardLines();
  const records = lines.flatMap((line) => {
    const read = readLine(line, scope.ports.crypto);
    return read.ok ? [read.value] : [];
  });
  return foldPerson(records, scope.ports.crypto.sha256);
}

/** The people of the open workspace as the screens show them, oneself first, then by name. */
export async function personViews(scope: Scope): Promise<readonly PersonView[]> {
  const self = await ownPerson(scope);
  const others = (scope.session.opened?.people.people ?? []).filter((person) => person.id !== self?.id);
  const all = [...(self === null ? [] : [self]), ...others];
  const device = (await scope.ports.keys.self())?.device;
  return all
    .map((person) => personView(person, self, scope))
    .map((view) => (view.self && device !== undefined ? { ...view, device } : view))
    .sort((a, b) => Number(b.self) - Number(a.self) || (a.card.name < b.card.name ? -1 : 1));
}

const unknown: Known = { how: 'not-yet', vouchedBy: [], doubtedBy: [] };

/** Everybody as their logs tell, oneself as the profile has it. */
function everybodyIn({ session }: Scope, self: Person): readonly Person[] {
  return [...(session.opened?.people.people ?? []).filter(({ id }) => id !== self.id), self];
}

/** What knowing people rests on here: everybody's log, one's own as the profile has it, and who administers. */
function groundOf(scope: Scope, self: Person): Parameters<typeof knownTo>[2] {
  const { administrators = [], vouching = 'administrators' } = scope.session.opened?.workspaceLog ?? {};
  return { people: everybodyIn(scope, self), administrators, rule: vouching };
}

/** How one's own person, where there is one, knows another; nobody can read digits with the sample's fictional people. */
function knownIn(scope: Scope, self: Person | null, person: PersonId): Known {
  if (self === null) return unknown;
  const known = knownTo(self, person, groundOf(scope, self));
  const isSample = scope.session.opened?.workspace.id === scope.ports.settings.read().sample;
  return isSample && known.how === 'not-yet' ? { ...known, how: 'sample' } : known;
}

/** Whether one's own person, where there is one, knows another's card to be theirs. */
export function isKnown(scope: Scope, self: Person | null, person: PersonId): boolean {
  const { how } = knownIn(scope, self, person);
  return how !== 'distrusted' && how !== 'not-yet';
}

/** One person as seen by another. */
export function personView(person: Person, self: Person | null, scope: Scope): PersonView {
  const own = person.id === self?.id;
  const known = knownIn(scope, self, person.id);
  return {
    id: person.id,
    card: person.card,
    devices: person.devices,
    self: own,
    verified: known.how !== 'distrusted' && known.how !== 'not-yet',
    known,
    knownSince: self === null ? null : knownSince(known, person.id, everybodyIn(scope, self), self.id),
    vouching: self?.vouched.includes(person.id) ?? false,
    phrase: own || self === null ? '' : shortPhrase(self.rootKey, person.rootKey, scope.ports.crypto.sha256),
  };
}
