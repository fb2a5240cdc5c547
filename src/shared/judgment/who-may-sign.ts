import { revisionSaved } from '../draft/revision-saved.ts';
import { shortestPath } from '../finalising/verification-path.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { approvers } from '../records/define-event.ts';
import type { PersonId } from '../records/record.ts';
import { roleNames, type Role } from '../values/role.ts';
import { listOf } from '../words.ts';
import type { Trust } from './approval-paths.ts';
import type { DraftState } from './draft-state.ts';
import { keyVerification } from './key-verification.ts';

/** Somebody who has a role by which a judgment is approved, and what speaks for and against their signing it. */
export interface Signatory {
  readonly person: PersonId;
  readonly mayApprove: boolean;
  /** Their roles, whether they may, and how their key is verified: to stand after their name. */
  readonly detail: string;
}

const named = (role: Role): string => (role === 'owner' ? 'owner' : roleNames[role]);

/**
 * Everybody who has a role by which this judgment is approved, before anybody signs: who wrote in it and so may not, who
 * verified whose key on which path, and who may give the second signature that the framework asks for.
 */
export function whoMaySign(
  state: Pick<DraftState, 'roles' | 'owner' | 'timeline' | 'demonstration'>,
  framework: Pick<Framework, 'signOff'> | null,
  trust: Trust,
  name: (person: PersonId) => string,
): readonly Signatory[] {
  const second = framework?.signOff?.secondSignature?.by ?? null;
  const writers = new Set(
    state.timeline.flatMap(({ type, author }) => (type === revisionSaved.type ? [author] : [])),
  );
  const wrote = (person: PersonId): boolean => writers.has(person);
  const held = Map.groupBy(
    [{ person: state.owner, role: 'owner' as const }, ...state.roles],
    ({ person }) => person,
  );
  return [...held]
    .map(([person, all]) => ({ person, roles: all.map(({ role }) => role) }))
    .filter(({ roles }) => roles.some((role) => approvers.includes(role)))
    .map(({ person, roles }) => {
      const mayApprove = !wrote(person);
      const isSecond = roles.some((role) => second?.some((by) => by === role));
      const ground = { ...trust, approver: person, wrote };
      const may = !mayApprove
        ? 'wrote in the draft, so may not approve it'
        : second === null
          ? 'may approve it'
          : isSecond
            ? 'may approve it, and theirs counts as the second signature'
            : 'may approve it, beside a second signature';
      const verified =
        !mayApprove || state.demonstration ? '' : `; ${keyVerification(shortestPath(ground), ground, name)}`;
      return { person, mayApprove, detail: `${listOf(roles.map(named))}: ${may}${verified}` };
    })
    .toSorted((a, b) => Number(b.mayApprove) - Number(a.mayApprove));
}
