import { attachmentAdded } from '../evidence/attachment-added.ts';
import type { FoldedDraft } from './fold-draft.ts';

/** The sha256 of every file that a draft's records speak of in a body's own `sha256`, sorted. */
export function attachmentsOf(folded: FoldedDraft): readonly string[] {
  const hashes = folded.graph.entries.flatMap(({ record }) => {
    const file = attachmentAdded.in(record);
    return file === undefined ? [] : [file.sha256];
  });
  return [...new Set(hashes)].sort();
}
