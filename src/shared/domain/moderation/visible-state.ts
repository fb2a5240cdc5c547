import { shown as shownValue } from '../draft/settled.ts';
import type { DraftState } from '../draft/draft-state.ts';
import type { FoldedDraft } from '../draft/fold-draft.ts';
import type { PersonId } from '../events/record.ts';
import { hideLodged, hidePanel } from './hide-lodged.ts';
import { hideProvisional } from './hide-provisional.ts';
import { hidingFor } from './hiding-for.ts';
import { maskFor } from './mask-grades.ts';

/**
 * What a person may see of a draft: everything that goes to a window or into a document for a person passes through
 * here. '' for nobody in particular: an auditor without a role sees what is hidden from nobody.
 */
export function visibleState(folded: FoldedDraft, person: PersonId): DraftState {
  return visibleStateOf(folded.state, folded, person);
}

/** The same for a state of the past, hidden as the draft hides now. */
export function visibleStateOf(past: DraftState, now: FoldedDraft, person: PersonId): DraftState {
  const hiding = hidingFor(now.state, person);
  const state = hideLodged(past, person);
  if (hiding === null) return state;
  // Earlier panels' grades of a calibration case would tell the agreed ones to whoever grades it now.
  const isCase = (shownValue(now.state.calibration) ?? '') !== '';
  const panel =
    hiding.panel || (isCase && hiding.round !== null)
      ? hidePanel(state, person, (round) => round !== hiding.round)
      : state;
  const shown = hiding.provisional ? hideProvisional(panel, person, maskFor(now.graph)) : panel;
  return { ...shown, moderation: { ...shown.moderation, hiding } };
}
