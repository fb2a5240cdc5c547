import { canonical } from '../records/canonical.ts';
import type { z } from 'zod';
import type { judgmentSealedBody } from '../finalising/judgment-sealed.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import { fieldCalled } from './fields.ts';
import type { FoldedDraft } from './fold-draft.ts';
import { passageHashes } from './passages-of.ts';
import { count, numberWords, pluralOf } from '../words.ts';
import { attachmentAdded } from '../evidence/attachment-added.ts';

type SealBody = z.infer<typeof judgmentSealedBody>;

/** What a seal says of the records it covers, without what the gates said. */
export type SealFacts = Omit<SealBody, 'gates' | 'law'>;

/** Counts and hashes of a set of records, as a seal states them. */
export function countsOf(
  records: readonly SignedRecord[],
  sha256: (utf8: string) => string,
): Pick<SealFacts, 'seqs' | 'count' | 'idsHash'> {
  const seqs = new Map<string, number>();
  for (const record of records) seqs.set(record.key, Math.max(record.seq, seqs.get(record.key) ?? 0));
  const ids = records.map((record) => record.id).sort();
  return {
    seqs: [...seqs].map(([key, seq]) => ({ key, seq })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    count: ids.length,
    idsHash: sha256(ids.join('\n')),
  };
}

/** A commitment to every open value: hash over field, the salt of the writing record's words, and the value. */
function commitmentsOf(folded: FoldedDraft, sha256: (utf8: string) => string): SealFacts['commitments'] {
  return [...folded.values]
    .flatMap(([field, open]) =>
      open.flatMap(({ record, value }) =>
        value === null || record.wordsSalt === undefined || fieldCalled(field)?.sealed === 'nothing'
          ? []
          : [{ field, hash: sha256(canonical({ field, salt: record.wordsSalt, value })) }],
      ),
    )
    .sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : a.hash < b.hash ? -1 : 1));
}

/** What a seal over the draft as it stands says. */
export function sealFacts(folded: FoldedDraft, sha256: (utf8: string) => string): SealFacts {
  const heads = folded.graph.heads();
  return {
    heads: [...heads],
    ...countsOf(folded.graph.upTo(heads), sha256),
    commitments: commitmentsOf(folded, sha256),
    passages: [...passageHashes(folded, sha256)],
    attachments: [...attachmentsOf(folded)],
  };
}

/** Where a seal does not fit the records it names; empty where it holds. Erased values cannot be held against it. */
export function sealMismatches(
  seal: SealBody,
  folded: FoldedDraft,
  sealed: FoldedDraft,
  sha256: (utf8: string) => string,
): readonly string[] {
  const absent: readonly RecordId[] = seal.heads.filter((head) => !folded.graph.has(head));
  if (absent.length > 0) return ['A record that the seal names is not here.'];
  const counts = countsOf(sealed.graph.upTo(seal.heads), sha256);
  const found = new Set(
    commitmentsOf(sealed, sha256).map((commitment) => `${commitment.field} ${commitment.hash}`),
  );
  const stated = new Set(seal.commitments.map((commitment) => `${commitment.field} ${commitment.hash}`));
  const differences: string[] = [];
  if (counts.count !== seal.count)
    differences.push(
      `The seal counts ${count(seal.count, 'record')}, and ${numberWords(counts.count)} ${pluralOf(counts.count, 'is', 'are')} here.`,
    );
  if (counts.idsHash !== seal.idsHash) differences.push('The records are not those that were sealed.');
  if (canonical(counts.seqs) !== canonical(seal.seqs))
    differences.push("The seal's count of each device's records differs.");
  if ([...found].some((id) => !stated.has(id)))
    differences.push('A value of the sealed judgment is not the one that was sealed.');
  const passages = new Set((seal.passages ?? []).map((passage) => `${passage.field} ${passage.hash}`));
  if (
    seal.passages !== undefined &&
    passageHashes(sealed, sha256).some((hash) => !passages.has(`${hash.field} ${hash.hash}`))
  )
    differences.push('A passage of the sealed judgment is not the one that was sealed.');
  if (
    seal.attachments !== undefined &&
    attachmentsOf(sealed).some((attachment) => !seal.attachments?.includes(attachment))
  )
    differences.push('A file that the sealed records speak of is not among those that were sealed.');
  return differences;
}

/** The sha256 of every file that a draft's records speak of in a body's own `sha256`, sorted. */
function attachmentsOf(folded: FoldedDraft): readonly string[] {
  const hashes = folded.graph.entries.flatMap(({ record }) => {
    const file = attachmentAdded.in(record);
    return file === undefined ? [] : [file.sha256];
  });
  return [...new Set(hashes)].sort();
}
