import type { Ports } from '../../ports.ts';
import { canonical } from '../../../shared/domain/events/canonical.ts';
import type { GradeLodgedBody } from '../../../shared/domain/events/grade-lodged.ts';
import type { PersonId, RecordId } from '../../../shared/domain/events/record.ts';
import { lodgedGradesSchema, type LodgedGrades } from '../../../shared/domain/moderation/lodged-grades.ts';
import { packPacket, unpackPacket } from '../../../shared/domain/moderation/packet.ts';

/** What a packet is bound to: it opens for no other draft, round, revision, author or number. */
export interface PacketPlace {
  readonly draft: RecordId;
  readonly round: RecordId;
  readonly revision: RecordId;
  readonly author: PersonId;
  readonly n: number;
}

const packetInfo = 'plumbline/grade/1';
/** The info of a round's private half encrypted to a holder. */
export const wrapInfo = 'plumbline/round-key/1';

function packetAad({ draft, round, revision, author, n }: PacketPlace): string {
  return canonical([draft, round, revision, author, n]);
}

/** What a wrap is bound to: the draft, the round's public key and the holder. */
export function wrapAad(draft: RecordId, publicKey: string, holder: PersonId): string {
  return canonical([draft, publicKey, holder]);
}

/** Encrypts one's grades to the round; null where they are longer than the larger packet holds. */
export async function encryptGrades(
  hpke: Ports['hpke'],
  publicKey: string,
  place: PacketPlace,
  grades: LodgedGrades,
): Promise<GradeLodgedBody | null> {
  const packet = packPacket(canonical(grades));
  if (packet === null) return null;
  const { enc, ct } = await hpke.encrypt(publicKey, packetInfo, packetAad(place), packet);
  return { round: place.round, n: place.n, enc, ct };
}

/** Opens a packet with a revealed key; null where it does not open or holds anything but grades. */
export async function decryptGrades(
  hpke: Ports['hpke'],
  privateKey: string,
  place: PacketPlace,
  { enc, ct }: GradeLodgedBody,
): Promise<LodgedGrades | null> {
  const packet = await hpke.decrypt(privateKey, packetInfo, packetAad(place), { enc, ct });
  const text = packet === null ? null : unpackPacket(packet);
  if (text === null) return null;
  try {
    return lodgedGradesSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
