import type { DraftState } from '../judgment/draft-state.ts';
import { fieldTitle } from '../judgment/field-title.ts';
import { changedWords, defineGate } from './gate.ts';

/** What was written since the judgment was reopened last; null where it never was. */
function changedSinceReopening({ seals, changedSince }: DraftState): readonly string[] | null {
  const reopened = seals.findLast((seal) => seal.reopened !== null)?.reopened ?? null;
  return reopened === null ? null : (changedSince[reopened] ?? []);
}

/** A judgment that two people reopened is changed before it is sealed again: else the seal that stood would have done. */
export const reopenedGate = defineGate({
  id: 'reopened',
  title: 'What was reopened was changed',
  needsFramework: false,
  check: (state, framework) => {
    const changed = changedSinceReopening(state);
    if (changed === null) return { status: 'not-needed', detail: 'The judgment was never reopened' };
    return changed.length > 0
      ? { status: 'done', detail: `${changedWords(changed, state, framework)} since it was reopened` }
      : {
          status: 'blocking',
          detail:
            'The judgment was reopened, and nothing of it has changed since. Make the change that it was reopened for; then somebody who wrote none of it approves it again.',
          goTo: { screen: 'write' },
        };
  },
  looksAt: (state, framework) =>
    (changedSinceReopening(state) ?? []).map((field) => ({
      title: fieldTitle(field, framework, state.notes),
      detail: 'Changed since',
      isSettled: true,
    })),
});
