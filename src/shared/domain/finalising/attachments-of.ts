import { z } from 'zod';
import type { FoldedDraft } from '../draft/fold-draft.ts';

const file = z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** The sha256 of every file that a draft's records speak of in a body's own `sha256`, sorted. */
export function attachmentsOf(folded: FoldedDraft): readonly string[] {
  const hashes = folded.graph.entries.flatMap(({ record }) => {
    const read = record.type === 'attachment.added' ? file.safeParse(record.body) : undefined;
    return read?.success === true ? [read.data.sha256] : [];
  });
  return [...new Set(hashes)].sort();
}
