import { z } from 'zod';
import type { Ports } from '../../ports/ports.ts';
import type { Scope } from '../session/session.ts';
import type { LodgedReading, Reading } from '../../../shared/audits/fold-readings.ts';
import type { ReadingStage } from '../../../shared/audits/reading-lodged.ts';
import { packPacket, unpackPacket } from '../../../shared/lodging/packet.ts';
import { lodgedEntrySchema, type LodgedEntry } from '../../../shared/moderation/lodged-grades.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import type { PersonId, RecordId } from '../../../shared/records/record.ts';

/** HPKE's info: a packet of a reading opens as none of a round. */
const info = 'plumbline/audit-reading/1';

/** What a packet is bound to: it opens for no other audit, judgment, stage or reader. */
interface PacketPlace {
  readonly audit: RecordId;
  readonly frame: RecordId;
  readonly seal: RecordId;
  readonly stage: ReadingStage;
  readonly author: PersonId;
}

function boundTo({ audit, frame, seal, stage, author }: PacketPlace): string {
  return canonical([audit, frame, seal, stage, author]);
}

/**
 * The private key of somebody's reading: the sha256 of their device's signature over what it is of. Nobody else can make it
 * before it is opened, and nothing has to be kept until then.
 */
export async function readingKeyOf(
  { ports }: Scope,
  { audit, frame, seal }: Pick<PacketPlace, 'audit' | 'frame' | 'seal'>,
): Promise<string> {
  return ports.crypto.sha256(
    await ports.keys.sign('device', `plumbline audit reading ${audit} ${frame} ${seal}`),
  );
}

/** Grades as a packet that only the reading's key opens; null where they are too long for one. */
export async function encryptReading(
  hpke: Ports['hpke'],
  publicKey: string,
  place: PacketPlace,
  entries: readonly LodgedEntry[],
): Promise<{ readonly enc: string; readonly ct: string } | null> {
  const packet = packPacket(canonical({ format: 1, entries }));
  return packet === null ? null : hpke.encrypt(publicKey, info, boundTo(place), packet);
}

const packetSchema = z.strictObject({ format: z.literal(1), entries: z.array(lodgedEntrySchema).max(60) });

async function decryptLodged(
  hpke: Ports['hpke'],
  privateKey: string,
  place: PacketPlace,
  { enc, ct }: Pick<LodgedReading, 'enc' | 'ct'>,
): Promise<readonly LodgedEntry[] | null> {
  const packet = await hpke.decrypt(privateKey, info, boundTo(place), { enc, ct });
  const text = packet === null ? null : unpackPacket(packet);
  try {
    return text === null ? null : (packetSchema.safeParse(JSON.parse(text)).data?.entries ?? null);
  } catch {
    return null;
  }
}

/** What a reading lodged at each stage, with a key; null where nothing was, and where the key does not open it. */
export async function decryptReading(
  hpke: Ports['hpke'],
  audit: RecordId,
  { frame, seal, reader, lodged }: Reading,
  privateKey: string,
): Promise<{ readonly [stage in ReadingStage]: readonly LodgedEntry[] | null }> {
  const at = async (stage: ReadingStage): Promise<readonly LodgedEntry[] | null> => {
    const packet = lodged[stage];
    return packet === undefined
      ? null
      : decryptLodged(hpke, privateKey, { audit, frame, seal, stage, author: reader }, packet);
  };
  return { evidence: await at('evidence'), narrative: await at('narrative') };
}
