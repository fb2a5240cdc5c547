import type { PersonId } from '../records/record.ts';
import { listOf } from '../words.ts';
import type { PathStep } from '../finalising/judgment-approved.ts';
import { judgePath, pathFault, type PathGround, type PathVerdict } from '../finalising/verification-path.ts';

/**
 * How somebody's key was verified, in a few words to stand after their name: by the path that an approval cites where it
 * cites one, else by whoever compared the phrase with them. A seal cites none: its path is null. docs/verify-says.mjs says
 * it in the same words.
 */
export function keyVerification(
  path: readonly PathStep[] | null,
  ground: PathGround,
  person: (id: PersonId) => string,
): string {
  const verdict = judgePath(path ?? [], ground);
  if (verdict === 'none')
    return uncited(ground, person, path === null ? '' : ', which the approval does not rest on');
  return cited(verdict, (path ?? []).map((step) => person(step.person)).toReversed());
}

/** `names` are who verified the approver, who verified them, and so on. */
function cited(verdict: Exclude<PathVerdict, 'none'>, names: readonly string[]): string {
  const verified = names.join(', who was verified by ');
  if (verdict === 'independent') return `key verified independently by ${verified}`;
  if (verdict === 'office-unknown')
    return `key verified by ${verified}, of whom it cannot be said here whether they administer the workspace`;
  return `key not verified: the verification that they cite ${pathFault(verdict)?.replace(/\.$/, '') ?? 'does not hold'}`;
}

/** Who compared the phrase with somebody who cites nobody, and why that does not stand in for a path. */
function uncited(
  { statements, approver, wrote }: PathGround,
  person: (id: PersonId) => string,
  beside: string,
): string {
  const by = [...statements]
    .flatMap(([verifier, theirs]) =>
      verifier !== approver && [...theirs.values()].includes(approver) ? [verifier] : [],
    )
    .sort();
  const others = by.filter((verifier) => !wrote(verifier));
  if (by.length === 0) return 'key verified by nobody';
  return others.length === 0
    ? `key verified only by ${listOf(by.map(person))}, who wrote in the draft`
    : `key verified by ${listOf(others.map(person))}${beside}`;
}
