import { standingSeal, standingSeals } from '../../../shared/judgment/standing-seals.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { sealWithdrawn } from '../../../shared/finalising/seal-withdrawn.ts';
import { judgmentReopened } from '../../../shared/finalising/judgment-reopened.ts';
import { reopeningProposed } from '../../../shared/finalising/reopening-proposed.ts';
import { mayWithdraw } from '../../../shared/judgment/fold-seals.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const notSealed: CallError = {
  code: 'not-sealed',
  message: 'This judgment is not sealed, so there is nothing to reopen. Nothing was changed.',
};

/** Asks for a sealed judgment to be opened again, with the reason; it opens when another person confirms. */
export function proposeReopening(
  scope: Scope,
  { draft, reason }: CallInput<'proposeReopening'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }) => {
    const seal = standingSeal(state.seals);
    return seal === undefined ? refused(notSealed) : done(reopeningProposed.write({ seal: seal.id, reason }));
  });
}

/** Confirms another person's proposal: the draft is open again, and the seal stays true for what it sealed. */
export function reopenJudgment(
  scope: Scope,
  { draft, proposal }: CallInput<'reopenJudgment'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }, person) => {
    const seal = standingSeal(state.seals);
    const proposed = state.finalising.proposals.find(({ record }) => record === proposal);
    if (seal === undefined || proposed?.seal !== seal.id) return refused(notSealed);
    if (proposed.author === person) {
      return refused({
        code: 'not-allowed',
        message:
          'You proposed this yourself, and it takes two people. The judgment stays sealed. Ask someone else with a role that allows it to confirm.',
      });
    }
    return done(judgmentReopened.write({ seal: seal.id, proposal }));
  });
}

/** Withdraws one of two seals that were made without knowing of each other; the other has to be somebody else's. */
export function withdrawSeal(
  scope: Scope,
  { draft, seal, reason }: CallInput<'withdrawSeal'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }, person) => {
    const standing = standingSeals(state.seals);
    if (!standing.some(({ id }) => id === seal)) return refused(notSealed);
    const competing = standing.filter(({ id }) => id !== seal);
    return mayWithdraw(competing, person)
      ? done(sealWithdrawn.write({ seal, reason }))
      : refused({
          code: 'not-allowed',
          message:
            'Nobody unseals a judgment alone: a seal is withdrawn where somebody else’s stands beside it. Both seals stay as they are. Ask another lead inspector to withdraw it, or propose to reopen the judgment.',
        });
  });
}
