import type { RecordId } from '../records/record.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { Trust } from '../judgment/approval-paths.ts';
import { keyVerification } from '../judgment/key-verification.ts';

/**
 * By approval, how its approver's key was verified, in a few words to stand after their name. None in a demonstration: its
 * people are fictional, and nobody can compare a phrase with them.
 */
export function keyVerifications(
  { state, isAncestor }: Pick<SeenDraft, 'state' | 'isAncestor'>,
  trust: Trust,
  person: (id: string) => string,
): ReadonlyMap<RecordId, string> {
  if (state.demonstration) return new Map();
  const revisions = state.timeline.filter(({ type }) => type === revisionSaved.type);
  return new Map(
    state.finalising.approvals.map(({ record: approval, author: approver, path }) => {
      const wrote = (one: string): boolean =>
        revisions.some(({ author, record }) => author === one && isAncestor(record, approval));
      return [approval, keyVerification(path, { ...trust, approver, wrote }, person)];
    }),
  );
}
