import { decryptComparisons, decryptGrades, type ComparisonPlace } from './packet-crypto.ts';
import type { Ports } from '../../ports/ports.ts';
import { withReveals, type FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import type { Read } from '../../../shared/lodging/lodging-records.ts';

type Opened = Read<{ readonly publicKey: string }>;
type Closed = FoldedDraft['moderation']['records']['closed'];
type Lodged = FoldedDraft['moderation']['records']['lodged'];

/** Tries the keys that closes put into the files, and opens every packet of the rounds they fit. */
async function openPackets<O extends Opened, T>(
  hpke: Ports['hpke'],
  { opened, closed, lodged }: { opened: readonly O[]; closed: Closed; lodged: Lodged },
  keyFits: Set<RecordId>,
  open: (key: string, round: O, lodging: Lodged[number]) => Promise<T | null>,
): Promise<ReadonlyMap<RecordId, T | null>> {
  const packets = new Map<RecordId, T | null>();
  for (const round of opened) {
    const keys = new Set<string>();
    for (const close of closed.filter((one) => one.body.round === round.record.id)) {
      const { privateKey } = close.body;
      if (keys.has(privateKey) || (await hpke.publicKeyOf(privateKey)) === round.body.publicKey) {
        keys.add(privateKey);
        keyFits.add(close.record.id);
      }
    }
    const [key] = keys;
    if (key === undefined) continue;
    for (const one of lodged.filter(({ body: said }) => said.round === round.record.id))
      packets.set(one.record.id, await open(key, round, one));
  }
  return packets;
}

async function revealed(folded: FoldedDraft, hpke: Ports['hpke']): Promise<FoldedDraft> {
  const { records } = folded.moderation;
  const { draft } = folded.graph;
  const keyFits = new Set<RecordId>();
  const placeOf = (round: RecordId, { record, body }: Lodged[number]): ComparisonPlace => ({
    draft,
    round,
    author: record.author,
    n: body.n,
  });
  const opened = await openPackets(hpke, records, keyFits, (key, round, one) => {
    const place = { ...placeOf(round.record.id, one), revision: round.body.revision };
    return decryptGrades(hpke, key, place, one.body);
  });
  const comparisons = await openPackets(hpke, records.comparisons, keyFits, (key, round, one) =>
    decryptComparisons(hpke, key, placeOf(round.record.id, one), one.body),
  );
  return withReveals(folded, { keyFits, opened, comparisons });
}

/** A draft as read, with every revealed round opened from the files alone. */
export async function openLodged(verified: VerifiedDraft, hpke: Ports['hpke']): Promise<VerifiedDraft> {
  const records = verified.folded?.moderation.records;
  if (verified.folded === null || records === undefined) return verified;
  if (records.closed.length + records.comparisons.closed.length === 0) return verified;
  const folded = await revealed(verified.folded, hpke);
  const { rounds, comparisons } = folded.state.moderation;
  const problems = [...rounds, ...comparisons].flatMap((round) =>
    round.problems.map((one) => ({ level: 'notice' as const, file: '', line: 0, ...one })),
  );
  return { ...verified, folded, problems: [...verified.problems, ...problems] };
}
