import { noDraft, nothingChanged as misfit } from '../session/call-errors.ts';
import { loadDraft } from '../load.ts';
import type { RoundLog } from '../lodging/round-protocol.ts';
import { loadSeen } from '../see.ts';
import { writeRecord } from '../write.ts';
import { weighers } from '../../../shared/records/define-event.ts';
import type { Role } from '../../../shared/values/role.ts';
import type { DraftState } from '../../../shared/judgment/draft-state.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { LodgingRoundBody } from '../../../shared/lodging/lodging-round.ts';
import { done, refused } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** Rounds that stand in drafts of inspections, whatever is lodged in them. */
export function roundsOfDrafts<R>(
  roundsOf: (moderation: DraftState['moderation']) => readonly R[],
): RoundLog<FoldedDraft, R> {
  return {
    load: async (scope, draft) => {
      const loaded = await loadDraft(scope, draft);
      if (!loaded.ok) return loaded;
      const { folded } = loaded.value.verified;
      return folded === null ? refused(noDraft) : done(folded);
    },
    roundsIn: ({ state }) => roundsOf(state.moderation),
    see: async (scope, draft) => {
      const loaded = await loadSeen(scope, draft);
      return loaded.ok ? done(roundsOf(loaded.value.seen.state.moderation)) : loaded;
    },
    write: writeRecord,
  };
}

/** Who is to take part in a round, and who is to hold its key beside the chair. */
export type RoundPeople = Pick<CallInput<'openRound'>, 'participants' | 'deputies' | 'quorum'>;

/** Whether somebody with these roles in a draft may grade: reading and quality assurance alone do not. */
export function mayGrade(roles: readonly Role[]): boolean {
  return roles.some((role) => weighers.includes(role));
}

/** Why a round cannot be opened with these people; null where it can. `silent` is who did not declare what is on their card. */
export function peopleObjection(
  { state, rights }: FoldedDraft,
  chair: string,
  input: RoundPeople,
  silent: readonly string[],
): CallError | null {
  if (input.deputies.includes(chair)) return misfit('You chair the round, so the deputy is somebody else.');
  if (input.deputies.some((person) => !rights.rolesOf(person).includes('deputy'))) {
    return misfit('A deputy needs the role of deputy in this draft. The owner can give it.');
  }
  if (input.participants.some((person) => !mayGrade(rights.rolesOf(person)))) {
    return misfit('Somebody chosen has no role in this draft that lets them grade. The owner can give one.');
  }
  const declared = new Map(
    state.moderation.interests.map((declaration) => [declaration.person, declaration]),
  );
  const holders = [chair, ...input.deputies];
  if (holders.some((person) => declared.get(person)?.excludes === true)) {
    return misfit('Somebody who would hold the key has an interest that keeps them out.');
  }
  if ([...holders, ...input.participants].some((person) => declared.get(person)?.declared !== true)) {
    return misfit(
      'Everybody declares their interests first, also where there are none, and somebody has not yet.',
    );
  }
  if ([...holders, ...input.participants].some((person) => silent.includes(person))) return undeclaredCard;
  const left = input.participants.filter((person) => declared.get(person)?.excludes !== true);
  return left.length < input.quorum
    ? misfit('Without those whom an interest keeps out, fewer are left than the quorum.')
    : null;
}

/** Somebody's card says what nobody put into the draft, as it does where the card is newer than the declaration. */
export const undeclaredCard = misfit(
  'Somebody’s card has an interest about this provider that keeps them out, and they declared without it. They declare again, or you record it for them.',
);

const panelRoles: readonly Role[] = ['panel', 'chair', 'deputy'];

/**
 * The participants who are left, and who is out for an interest: of those chosen, and of the draft's panel, whom the form
 * does not even offer then. The record of the round, and the note of its meeting, name them.
 */
export function withoutExcluded(
  { state, rights }: FoldedDraft,
  participants: readonly string[],
): Pick<LodgingRoundBody, 'participants' | 'excluded'> {
  const out = state.moderation.interests.filter(
    ({ person, excludes }) =>
      excludes &&
      (participants.includes(person) || rights.rolesOf(person).some((role) => panelRoles.includes(role))),
  );
  return {
    participants: participants.filter((participant) => !out.some(({ person }) => person === participant)),
    excluded: out.map(({ person, interests }) => ({
      person,
      why: interests
        .filter((interest) => interest.excludes)
        .map((interest) => interest.told)
        .join(' ')
        .slice(0, 4000),
    })),
  };
}
