import type { RecordId } from '../records/record.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { Trust } from '../judgment/approval-paths.ts';
import { judgePath, type PathVerdict } from '../finalising/verification-path.ts';

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
      const verdict = judgePath(path, { ...trust, approver, wrote });
      return [approval, words(verdict, path.map((step) => person(step.person)).toReversed())];
    }),
  );
}

/** `names` are who verified the approver, who verified them, and so on. */
function words(verdict: PathVerdict, names: readonly string[]): string {
  const verified = names.join(', who was verified by ');
  if (verdict === 'independent') return `key verified independently by ${verified}`;
  if (verdict === 'office-unknown')
    return `key verified by ${verified}, of whom it cannot be said here whether they administer the workspace`;
  return verdict === 'none'
    ? 'key not verified'
    : 'key not verified: the verification that they cite does not hold';
}
