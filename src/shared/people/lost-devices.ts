import type { DeviceKey, PersonId, RecordId } from '../records/record.ts';
import type { Person } from './person.ts';

/**
 * Devices that their owners reported lost, by owner and key, each with the number of its last record known in the draft
 * then. What somebody says of a key that is another's changes nothing about that other.
 */
export type LostDevices = ReadonlyMap<PersonId, ReadonlyMap<DeviceKey, number>>;

/** Devices reported lost whose last record in this draft, or other log, was known then, by whose they are. */
export function lostIn(draft: RecordId, people: readonly Person[]): LostDevices {
  return new Map(
    people.map(({ id, devices }) => [
      id,
      new Map(
        devices.flatMap(({ key, lastKnown }): [string, number][] => {
          const seq = lastKnown?.[draft];
          return seq === undefined ? [] : [[key, seq]];
        }),
      ),
    ]),
  );
}

/** Whether two lists name the same lost devices, each with the same last record. */
export function isSameLoss(before: LostDevices, now: LostDevices): boolean {
  const listed = (lost: LostDevices): string =>
    JSON.stringify([...lost].flatMap(([person, keys]) => [...keys].map((key) => [person, ...key])));
  return listed(before) === listed(now);
}
