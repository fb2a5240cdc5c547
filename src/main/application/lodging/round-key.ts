import { wrapAad, wrapInfo } from './packet-crypto.ts';
import type { Scope } from '../session/session.ts';
import type { LodgingRoundBody } from '../../../shared/lodging/lodging-round.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** A new round's public half, and its private half encrypted to each holder. */
type RoundKey = Pick<LodgingRoundBody, 'publicKey' | 'wraps'>;

const keyless: CallError = {
  code: 'not-allowed',
  message:
    'Somebody who would hold the key has no encryption key yet: they need to open this workspace once with this version of Plumbline. Nothing was changed.',
};

/** Makes a round's key pair; the private half is encrypted to each holder and then forgotten. */
export async function makeRoundKey(
  { ports, session }: Scope,
  draft: RecordId,
  holders: readonly string[],
): Promise<Result<RoundKey, CallError>> {
  const { publicKey, privateKey } = await ports.hpke.makeKeyPair();
  const wraps: RoundKey['wraps'] = [];
  for (const person of holders) {
    const key = (session.opened?.people.people ?? []).find(({ id }) => id === person)?.encryptionKey;
    if (key == null) return refused(keyless);
    const half = new TextEncoder().encode(privateKey);
    const aad = wrapAad(draft, publicKey, person);
    wraps.push({ person, key, ...(await ports.hpke.encrypt(key, wrapInfo, aad, half)) });
  }
  return done({ publicKey, wraps });
}

/** A round's private half from this person's wrap; null where their key does not open it, or opens another. */
export async function privateHalf(
  { ports }: Scope,
  draft: RecordId,
  { publicKey, wraps }: RoundKey,
  person: string,
): Promise<string | null> {
  const wrap = wraps.find((own) => own.person === person);
  if (wrap === undefined) return null;
  const half = await ports.keys.decrypt(wrapInfo, wrapAad(draft, publicKey, person), wrap);
  const key = half === null ? null : new TextDecoder().decode(half);
  return key !== null && (await ports.hpke.publicKeyOf(key)) === publicKey ? key : null;
}
