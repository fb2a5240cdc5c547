import type { Person } from '../../../shared/people/person.ts';
import type { PersonId } from '../../../shared/records/record.ts';

/**
 * What a verified folder's line rests on: its files, the devices that its authors certified (a record of an author whom
 * nobody vouched for counts once a card arrives), and whose roles the line tells.
 */
export function stampOf(
  fingerprint: string,
  authors: readonly PersonId[],
  people: readonly Person[],
  person: PersonId,
): string {
  const certified = authors.map((author) => {
    const found = people.find((person) => person.id === author);
    return found === undefined ? '-' : found.devices.map((device) => device.key.slice(0, 16)).join('+');
  });
  return [fingerprint, ...certified, person.slice(0, 16)].join('#');
}
