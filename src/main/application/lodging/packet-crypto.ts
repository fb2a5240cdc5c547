import type { z } from 'zod';
import type { Ports } from '../../ports/ports.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import {
  lodgedComparisonsSchema,
  type LodgedComparisons,
} from '../../../shared/pairwise/lodged-comparisons.ts';
import type { GradeLodgedBody } from '../../../shared/lodging/grade-lodged.ts';
import type { PersonId, RecordId } from '../../../shared/records/record.ts';
import { lodgedGradesSchema, type LodgedGrades } from '../../../shared/moderation/lodged-grades.ts';
import { packPacket, unpackPacket } from '../../../shared/lodging/packet.ts';

/** What a packet is bound to: it opens for no other draft, round, revision, author or number. */
interface PacketPlace {
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

/** Where a packet of comparisons belongs: their round lists the things, so that no revision is named. */
export type ComparisonPlace = Omit<PacketPlace, 'revision'>;

const comparisonInfo = 'plumbline/comparison/1';

function comparisonAad({ draft, round, author, n }: ComparisonPlace): string {
  return canonical([draft, round, author, n]);
}

type Bound = readonly [info: string, aad: string];

async function encryptTo(
  hpke: Ports['hpke'],
  publicKey: string,
  { round, n }: ComparisonPlace,
  [info, aad]: Bound,
  held: unknown,
): Promise<GradeLodgedBody | null> {
  const packet = packPacket(canonical(held));
  if (packet === null) return null;
  const { enc, ct } = await hpke.encrypt(publicKey, info, aad, packet);
  return { round, n, enc, ct };
}

async function decryptWith<T>(
  hpke: Ports['hpke'],
  privateKey: string,
  [info, aad]: Bound,
  { enc, ct }: GradeLodgedBody,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const packet = await hpke.decrypt(privateKey, info, aad, { enc, ct });
  const text = packet === null ? null : unpackPacket(packet);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Encrypts one's grades to the round; null where they are longer than the larger packet holds. */
export function encryptGrades(
  hpke: Ports['hpke'],
  publicKey: string,
  place: PacketPlace,
  grades: LodgedGrades,
): Promise<GradeLodgedBody | null> {
  return encryptTo(hpke, publicKey, place, [packetInfo, packetAad(place)], grades);
}

/** Opens a packet with a revealed key; null where it does not open or holds anything but grades. */
export function decryptGrades(
  hpke: Ports['hpke'],
  privateKey: string,
  place: PacketPlace,
  lodged: GradeLodgedBody,
): Promise<LodgedGrades | null> {
  return decryptWith(hpke, privateKey, [packetInfo, packetAad(place)], lodged, lodgedGradesSchema);
}

/** Encrypts one's comparisons to the round; null where they are longer than the larger packet holds. */
export function encryptComparisons(
  hpke: Ports['hpke'],
  publicKey: string,
  place: ComparisonPlace,
  held: LodgedComparisons,
): Promise<GradeLodgedBody | null> {
  return encryptTo(hpke, publicKey, place, [comparisonInfo, comparisonAad(place)], held);
}

/** Opens a packet of comparisons with a revealed key; null where it does not open or holds anything else. */
export function decryptComparisons(
  hpke: Ports['hpke'],
  privateKey: string,
  place: ComparisonPlace,
  lodged: GradeLodgedBody,
): Promise<LodgedComparisons | null> {
  return decryptWith(
    hpke,
    privateKey,
    [comparisonInfo, comparisonAad(place)],
    lodged,
    lodgedComparisonsSchema,
  );
}
