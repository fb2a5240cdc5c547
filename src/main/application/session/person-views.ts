import type { Scope } from './session.ts';
import { foldPerson } from '../../../shared/people/fold-person.ts';
import type { Person } from '../../../shared/people/person.ts';
import { shortPhrase } from '../../../shared/people/short-phrase.ts';
import { readLine } from '../../../shared/records/read-line.ts';
import type { PersonView } from '../../../shared/ipc/views.ts';

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

/** One person as seen by another. */
export function personView(person: Person, self: Person | null, scope: Scope): PersonView {
  const own = person.id === self?.id;
  return {
    id: person.id,
    card: person.card,
    devices: person.devices,
    self: own,
    verified: own || (self?.verified.includes(person.id) ?? false),
    phrase: own || self === null ? '' : shortPhrase(self.rootKey, person.rootKey, scope.ports.crypto.sha256),
  };
}
