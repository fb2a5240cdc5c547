import { adoptedFramework } from '../session/adopted-framework.ts';
import { noDraft, noPerson } from '../session/call-errors.ts';
import { loadDraft } from '../load.ts';
import { makeRoundKey } from '../lodging/round-key.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import type { z } from 'zod';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { roundOpened } from '../../../shared/lodging/round-opened.ts';
import type { roundOpenedBody } from '../../../shared/lodging/round-opened.ts';
import { gradingOrder } from '../../../shared/moderation/grading-order.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type RoundBody = z.infer<typeof roundOpenedBody>;

const misfit = (message: string): CallError => ({
  code: 'not-allowed',
  message: `${message} Nothing was changed.`,
});

/** Why a round cannot be opened like this; null where it can. */
function objection(folded: FoldedDraft, chair: string, input: CallInput<'openRound'>): CallError | null {
  const { state } = folded;
  if (!state.revisions.some((revision) => revision.id === input.revision)) {
    return misfit('The revision to be graded is not in the draft, or has not arrived here.');
  }
  if (state.moderation.rounds.some((round) => round.standing === 'lodging')) {
    return misfit('A round is open already. Reveal it first.');
  }
  return peopleObjection(folded, chair, input);
}

/** Who is to take part in a round, and who is to hold its key beside the chair. */
export type RoundPeople = Pick<CallInput<'openRound'>, 'participants' | 'deputies' | 'quorum'>;

/** Why a round cannot be opened with these people; null where it can. */
export function peopleObjection(
  { state, rights }: FoldedDraft,
  chair: string,
  input: RoundPeople,
): CallError | null {
  if (input.deputies.includes(chair)) return misfit('You chair the round, so the deputy is somebody else.');
  if (input.deputies.some((person) => !rights.rolesOf(person).includes('deputy'))) {
    return misfit('A deputy needs the role of deputy in this draft. The owner can give it.');
  }
  if (
    input.participants.some((person) =>
      rights.rolesOf(person).every((role) => role === 'reader' || role === 'qa'),
    )
  ) {
    return misfit('Somebody chosen has no role in this draft that lets them grade. The owner can give one.');
  }
  const declared = new Map(state.moderation.interests.map((one) => [one.person, one]));
  const holders = [chair, ...input.deputies];
  if (holders.some((person) => declared.get(person)?.excludes === true)) {
    return misfit('Somebody who would hold the key has declared an interest that keeps them out.');
  }
  if ([...holders, ...input.participants].some((person) => !declared.has(person))) {
    return misfit(
      'Everybody declares their interests first, also where there are none, and somebody has not yet.',
    );
  }
  const left = input.participants.filter((person) => declared.get(person)?.excludes !== true);
  return left.length < input.quorum
    ? misfit('Without those who declared an interest that keeps them out, fewer are left than the quorum.')
    : null;
}

/** The participants who are left, and who is out for an interest they declared. */
export function withoutExcluded(
  { state }: FoldedDraft,
  participants: readonly string[],
): { readonly left: string[]; readonly excluded: RoundBody['excluded'] } {
  const out = state.moderation.interests.filter((one) => one.excludes && participants.includes(one.person));
  return {
    left: participants.filter((person) => !out.some((one) => one.person === person)),
    excluded: out.map(({ person, interests }) => ({
      person,
      why: interests
        .filter((one) => one.excludes)
        .map((one) => one.told)
        .join(' ')
        .slice(0, 4000),
    })),
  };
}

/** Opens a round: a new key pair whose private half is encrypted to chair and deputies, and then forgotten. */
export async function openRound(
  scope: Scope,
  input: CallInput<'openRound'>,
): Promise<Result<SavedView, CallError>> {
  const { ports } = scope;
  const loaded = await loadDraft(scope, input.draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  const self = await ports.keys.self();
  if (folded === null) return refused(noDraft);
  if (self === null) return refused(noPerson);
  const refusal = objection(folded, self.person, input);
  if (refusal !== null) return refused(refusal);
  const framework = adoptedFramework(folded, ports.crypto.sha256);
  const areas = framework === null ? [] : gradingOrder(framework, input.areas);
  if (areas.length < new Set(input.areas).size) {
    return refused(misfit('An area that was chosen is none of the framework’s.'));
  }
  const key = await makeRoundKey(scope, input.draft, [self.person, ...input.deputies]);
  if (!key.ok) return key;
  return writeRecord(scope, input.draft, (now) => {
    const late = objection(now, self.person, input);
    if (late !== null) return refused(late);
    const { left, excluded } = withoutExcluded(now, input.participants);
    const body: RoundBody = {
      revision: input.revision,
      areas: [...areas],
      participants: left,
      excluded,
      holders: [
        { person: self.person, as: 'chair' },
        ...input.deputies.map((person) => ({ person, as: 'deputy' as const })),
      ],
      quorum: input.quorum,
      due: input.due,
      provisionalShown: input.provisionalShown,
      ...key.value,
    };
    return done(roundOpened.write(body));
  });
}
