import type { PersonId, RecordId } from '../records/record.ts';
import { listOf } from '../words.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { Trust } from '../judgment/approval-paths.ts';
import { judgePath, pathFault, type PathVerdict } from '../finalising/verification-path.ts';

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
      const names = path.map((step) => person(step.person)).toReversed();
      return [approval, verdict === 'none' ? uncited(trust, approver, wrote, person) : words(verdict, names)];
    }),
  );
}

/** `names` are who verified the approver, who verified them, and so on. */
function words(verdict: Exclude<PathVerdict, 'none'>, names: readonly string[]): string {
  const verified = names.join(', who was verified by ');
  if (verdict === 'independent') return `key verified independently by ${verified}`;
  if (verdict === 'office-unknown')
    return `key verified by ${verified}, of whom it cannot be said here whether they administer the workspace`;
  return `key not verified: the verification that they cite ${pathFault(verdict)?.replace(/\.$/, '') ?? 'does not hold'}`;
}

/** Who compared the phrase with an approver who cites nobody, and why that does not stand in for a path. */
function uncited(
  { statements }: Trust,
  approver: PersonId,
  wrote: (person: PersonId) => boolean,
  person: (id: string) => string,
): string {
  const by = [...statements].flatMap(([verifier, theirs]) =>
    verifier !== approver && [...theirs.values()].includes(approver) ? [verifier] : [],
  );
  const others = by.filter((verifier) => !wrote(verifier));
  if (by.length === 0) return 'key verified by nobody';
  return others.length === 0
    ? `key verified only by ${listOf(by.map(person))}, who wrote in the draft`
    : `key verified by ${listOf(others.map(person))}, which the approval does not rest on`;
}
