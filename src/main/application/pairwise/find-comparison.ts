import { noDraft, noPerson } from '../session/call-errors.ts';
import { loadDraft } from '../load.ts';
import { noRound } from '../moderation/moderation-refusals.ts';
import type { Scope } from '../session/session.ts';
import type { ComparisonRound } from '../../../shared/pairwise/comparison-round.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** A round of comparisons of a draft by its id. */
export function comparisonIn(
  { state }: Pick<FoldedDraft, 'state'>,
  id: string,
): Result<ComparisonRound, CallError> {
  const round = state.moderation.comparisons.find((one) => one.id === id);
  return round === undefined ? refused(noRound) : done(round);
}

/** A round of comparisons with the draft that it is in, whole, and this profile's person. */
export async function findComparison(
  scope: Scope,
  { draft, round }: { readonly draft: string; readonly round: string },
): Promise<Result<{ folded: FoldedDraft; round: ComparisonRound; person: string }, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  const self = await scope.ports.keys.self();
  if (folded === null) return refused(noDraft);
  if (self === null) return refused(noPerson);
  const found = comparisonIn(folded, round);
  return found.ok ? done({ folded, round: found.value, person: self.person }) : found;
}
