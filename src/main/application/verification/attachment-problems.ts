import type { Attachments } from '../../ports/storage-ports.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import { accuracyReceived } from '../../../shared/accuracy/accuracy-received.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';
import { attachmentAdded } from '../../../shared/evidence/attachment-added.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';

/** The file in which the provider's comments came, where it was kept as it came. */
function returnedIn(record: SignedRecord): { readonly sha256: string; readonly name: string } | undefined {
  const file = accuracyReceived.in(record)?.file;
  return file?.bytes === undefined ? undefined : file;
}

/**
 * What is wrong with the files that records name: gone or changed is broken; where the records came without their files
 * that is a notice. Records that still have their words are asked: whoever has no right to attach breaks nothing by naming a file.
 */
export async function attachmentProblems(
  verified: VerifiedDraft,
  place: Attachments | null,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const setAside = verified.folded?.rights.setAside;
  for (const { record } of verified.folded?.graph.entries ?? []) {
    const body = attachmentAdded.in(record) ?? returnedIn(record);
    if (body === undefined || record.words === undefined || setAside?.has(record.id) === true) continue;
    const common = { file: `attachments/${body.sha256}`, line: 0, record: record.id } as const;
    const read = place === null ? null : await place.read(body.sha256);
    if (read === null) {
      const message = `The file ${body.name} is named and not included, so it was not checked.`;
      problems.push({ ...common, level: 'notice', code: 'attachment-not-included', message });
    } else if (!read.ok) {
      const changed = read.error.code === 'damaged';
      const message = `The attached file ${body.name} ${changed ? 'is not the one that was attached' : 'is missing'}.`;
      const code = changed ? 'attachment-changed' : 'attachment-missing';
      problems.push({ ...common, level: 'broken', code, message });
    }
  }
  return problems;
}
