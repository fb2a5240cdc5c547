import { fromFault, lockedBy } from '../session/call-errors.ts';
import { RecordChain } from '../session/record-chain.ts';
import type { Scope } from '../session/session.ts';
import { encryptionCertified } from '../../../shared/people/encryption-certified.ts';
import { deviceCertified } from '../../../shared/people/device-certified.ts';
import { personIntroduced } from '../../../shared/people/person-introduced.ts';
import type { PersonCard } from '../../../shared/people/person.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Makes this profile's person: keys, the introduction signed by the root key, and this device's certificate. */
export async function introducePerson(
  scope: Scope,
  card: PersonCard,
): Promise<Result<{ person: string }, CallError>> {
  const { keys, random, lockedBy: holder } = scope.ports;
  if (holder !== null) return refused(lockedBy(holder));
  if ((await keys.self())?.log != null) {
    return refused({
      code: 'exists',
      message:
        'This profile already belongs to a person. Nothing was changed. Correct the card on the People screen instead.',
    });
  }
  const made = await keys.create();
  if (!made.ok) return refused(fromFault(made.error));
  const { person, rootKey, device } = made.value;
  const place = { draft: null, author: person, key: rootKey, seq: 1, prev: null, heads: [], lamport: 1 };
  const chain = new RecordChain(scope.ports, place, 'root');
  const first = await chain.add(personIntroduced.write({ card, rootKey, nonce: random.hex(16) }));
  await chain.add(deviceCertified.write({ device, label: 'First device' }));
  const encryptionKey = await keys.encryptionKey();
  if (encryptionKey !== null) await chain.add(encryptionCertified.write({ encryptionKey }));
  const kept = await keys.setCard(first.id, chain.lines());
  return kept.ok ? done({ person }) : refused(fromFault(kept.error));
}
