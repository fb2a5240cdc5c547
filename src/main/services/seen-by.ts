import type { Scope } from './session.ts';
import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { visibleStateOf } from '../../shared/domain/moderation/visible-state.ts';
import { visibleValues } from '../../shared/domain/moderation/visible-values.ts';

/**
 * A draft as this profile's person may see it: what a window or a document is made from. `now` is the draft as it
 * stands where `folded` is a state of its past. Its graph is whole: nothing of a record's body may be shown from it.
 */
export async function seenBy<F extends FoldedDraft | null>(
  scope: Scope,
  folded: F,
  now?: FoldedDraft,
): Promise<F> {
  if (folded === null) return folded;
  const person = (await scope.ports.keys.self())?.person ?? '';
  const state = visibleStateOf(folded.state, now ?? folded, person);
  const values = visibleValues(folded.values, state.moderation.hiding, person);
  const conflicts = state.conflicts.filter((field) => values.has(field));
  return { ...folded, values, state: { ...state, conflicts } };
}

/** What verification found, without what it says of records that are kept from this person. */
export function visibleProblems<P extends { readonly record: string | null }>(
  { graph, state }: FoldedDraft,
  problems: readonly P[],
): readonly P[] {
  if (problems.length === 0) return problems;
  const shown = new Set(state.timeline.map((entry) => entry.record));
  return problems.filter(({ record }) => record === null || shown.has(record) || !graph.has(record));
}
