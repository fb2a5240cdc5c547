import { fromFault } from '../session/call-errors.ts';
import type { Attachments } from '../../ports/storage-ports.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { GraphRecord } from '../../../shared/records/record-graph.ts';
import { accuracyReceived } from '../../../shared/accuracy/accuracy-received.ts';
import { attachmentAdded } from '../../../shared/evidence/attachment-added.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

function hashIn({ record }: GraphRecord): string | null {
  return attachmentAdded.in(record)?.sha256 ?? accuracyReceived.in(record)?.file?.sha256 ?? null;
}

/** Takes away the bytes that erased records named and no record that still has its words names. */
export async function eraseFiles(
  place: Attachments | null,
  folded: FoldedDraft,
  erased: readonly GraphRecord[],
): Promise<Result<null, CallError>> {
  const gone = new Set(erased.map(({ record }) => record.id));
  const here = folded.graph.entries.filter(
    ({ record }) => record.words !== undefined && !gone.has(record.id),
  );
  const named = new Set(here.map(hashIn));
  for (const hash of new Set(erased.map(hashIn))) {
    if (hash === null || named.has(hash) || place === null) continue;
    const removed = await place.remove(hash);
    if (!removed.ok) return refused(fromFault(removed.error));
  }
  return done(null);
}
