import type { Ports } from '../../ports/ports.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import { packetText, type LodgingKind } from '../../../shared/lodging/lodging-kind.ts';
import type { LodgedBody } from '../../../shared/lodging/grade-lodged.ts';
import type { PersonId, RecordId, SignedRecord } from '../../../shared/records/record.ts';
import { packPacket, unpackPacket } from '../../../shared/lodging/packet.ts';

/** What a packet is bound to: it opens for no other draft, round, author or number, nor what else its kind binds it to. */
interface PacketPlace {
  readonly draft: RecordId;
  /** The record that opened the round. */
  readonly round: SignedRecord;
  readonly author: PersonId;
  readonly n: number;
}

/** The info of a round's private half encrypted to a holder. */
export const wrapInfo = 'plumbline/round-key/1';

/** What a wrap is bound to: the draft, the round's public key and the holder. */
export function wrapAad(draft: RecordId, publicKey: string, holder: PersonId): string {
  return canonical([draft, publicKey, holder]);
}

function packetAad<A>({ boundTo }: LodgingKind<A>, { draft, round, author, n }: PacketPlace): string {
  return canonical([draft, round.id, ...boundTo(round), author, n]);
}

/** Encrypts one's answers to the round; null where they are longer than the larger packet holds. */
export async function encryptPacket<A>(
  hpke: Ports['hpke'],
  publicKey: string,
  kind: LodgingKind<A>,
  place: PacketPlace,
  answers: readonly A[],
): Promise<LodgedBody | null> {
  const packet = packPacket(packetText(kind, answers));
  if (packet === null) return null;
  const { enc, ct } = await hpke.encrypt(publicKey, kind.info, packetAad(kind, place), packet);
  return { round: place.round.id, n: place.n, enc, ct };
}

/** The text of a packet, opened with a revealed key; null where it does not open. */
export async function decryptPacket<A>(
  hpke: Ports['hpke'],
  privateKey: string,
  kind: LodgingKind<A>,
  place: PacketPlace,
  { enc, ct }: LodgedBody,
): Promise<string | null> {
  const packet = await hpke.decrypt(privateKey, kind.info, packetAad(kind, place), { enc, ct });
  return packet === null ? null : unpackPacket(packet);
}
