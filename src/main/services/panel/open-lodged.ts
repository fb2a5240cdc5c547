import { decryptGrades } from './packet-crypto.ts';
import type { Ports } from '../../ports.ts';
import { withReveals, type FoldedDraft } from '../../../shared/domain/draft/fold-draft.ts';
import type { VerifiedDraft } from '../../../shared/domain/draft/verify-draft.ts';
import type { RecordId } from '../../../shared/domain/events/record.ts';
import type { LodgedGrades } from '../../../shared/domain/moderation/lodged-grades.ts';

/** Tries the keys that closes put into the files, and opens every packet of the rounds they fit. */
async function revealed(folded: FoldedDraft, hpke: Ports['hpke']): Promise<FoldedDraft> {
  const { opened, closed, lodged } = folded.moderation.records;
  const keyFits = new Set<RecordId>();
  const packets = new Map<RecordId, LodgedGrades | null>();
  for (const { record: round, body } of opened) {
    const keys = new Set<string>();
    for (const close of closed.filter((one) => one.body.round === round.id)) {
      const { privateKey } = close.body;
      if (keys.has(privateKey) || (await hpke.publicKeyOf(privateKey)) === body.publicKey) {
        keys.add(privateKey);
        keyFits.add(close.record.id);
      }
    }
    const [key] = keys;
    if (key === undefined) continue;
    for (const one of lodged.filter(({ body: said }) => said.round === round.id)) {
      const place = {
        draft: folded.graph.draft,
        round: round.id,
        revision: body.revision,
        author: one.record.author,
        n: one.body.n,
      };
      packets.set(one.record.id, await decryptGrades(hpke, key, place, one.body));
    }
  }
  return withReveals(folded, { keyFits, opened: packets });
}

/** A draft as read, with every revealed round opened from the files alone. */
export async function openLodged(verified: VerifiedDraft, hpke: Ports['hpke']): Promise<VerifiedDraft> {
  if (verified.folded === null || verified.folded.moderation.records.closed.length === 0) return verified;
  const folded = await revealed(verified.folded, hpke);
  const problems = folded.state.moderation.rounds.flatMap((round) =>
    round.problems.map((one) => ({ level: 'notice' as const, file: '', line: 0, ...one })),
  );
  return { ...verified, folded, problems: [...verified.problems, ...problems] };
}
