import type { DeviceKey, PersonId, RecordId } from '../events/record.ts';
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
