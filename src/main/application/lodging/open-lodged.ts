import { decryptPacket } from './packet-crypto.ts';
import type { Ports } from '../../ports/ports.ts';
import { withReveals } from '../../../shared/judgment/fold-draft.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { LodgingKind } from '../../../shared/lodging/lodging-kind.ts';
import type { LodgingFacts, LodgingRecords, Read } from '../../../shared/lodging/lodging-records.ts';
import type { LodgingRoundBody } from '../../../shared/lodging/lodging-round.ts';
import { gradeLodging } from '../../../shared/moderation/lodged-grades.ts';
import { pairLodging } from '../../../shared/pairwise/lodged-pairs.ts';
import type { RecordId } from '../../../shared/records/record.ts';

type RoundsOfKind = Pick<LodgingRecords, 'graph' | 'closed' | 'lodged'> & {
  readonly opened: readonly Read<LodgingRoundBody>[];
};

/** Tries the keys that closes put into the files, and opens every packet of the rounds of one kind that they fit. */
export async function openPackets<A>(
  hpke: Ports['hpke'],
  kind: LodgingKind<A>,
  { graph, opened, closed, lodged }: RoundsOfKind,
): Promise<LodgingFacts> {
  const packets = new Map<RecordId, string | null>();
  const keyFits = new Set<RecordId>();
  for (const { record: round, body } of opened) {
    const keys = new Set<string>();
    for (const close of closed.filter((closing) => closing.body.round === round.id)) {
      const { privateKey } = close.body;
      if (keys.has(privateKey) || (await hpke.publicKeyOf(privateKey)) === body.publicKey) {
        keys.add(privateKey);
        keyFits.add(close.record.id);
      }
    }
    const [key] = keys;
    if (key === undefined) continue;
    for (const { record, body: packet } of lodged.filter((lodging) => lodging.body.round === round.id)) {
      const place = { draft: graph.draft, round, author: record.author, n: packet.n };
      packets.set(record.id, await decryptPacket(hpke, key, kind, place, packet));
    }
  }
  return { keyFits, packets };
}

/** A draft as read, with every revealed round opened from the files alone. */
export async function openLodged(verified: VerifiedDraft, hpke: Ports['hpke']): Promise<VerifiedDraft> {
  const records = verified.folded?.moderation.records;
  if (verified.folded === null || records === undefined) return verified;
  if (records.closed.length + records.pairwise.closed.length === 0) return verified;
  const grades = await openPackets(hpke, gradeLodging, records);
  const pairs = await openPackets(hpke, pairLodging, records.pairwise);
  const folded = withReveals(verified.folded, {
    keyFits: grades.keyFits.union(pairs.keyFits),
    packets: new Map([...grades.packets, ...pairs.packets]),
  });
  const { rounds, pairwise } = folded.state.moderation;
  const problems = [...rounds, ...pairwise].flatMap((round) =>
    round.problems.map((problem) => ({ level: 'notice' as const, file: '', line: 0, ...problem })),
  );
  return { ...verified, folded, problems: [...verified.problems, ...problems] };
}
