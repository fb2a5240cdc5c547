import type { DraftState } from '../judgment/draft-state.ts';
import type { EvidenceNote } from '../evidence/evidence-state.ts';
import { shown } from '../records/settled.ts';
import type { LinkStrength } from '../values/link-strength.ts';

/** A note as it stands under a criterion. */
export interface WeighedNote {
  readonly note: EvidenceNote;
  readonly direction: 'for' | 'against';
  readonly strength: LinkStrength | null;
  readonly passage: string | null;
}

/**
 * The notes linked to each criterion, in the order of the links; links taken away are left out. A note whose words were
 * erased is among them: what it was and how it weighed is a fact, and stays.
 */
export function linkedEvidence(
  state: Pick<DraftState, 'notes' | 'links'>,
): ReadonlyMap<string, readonly WeighedNote[]> {
  const notes = new Map(state.notes.map((note) => [note.id, note]));
  const found = new Map<string, WeighedNote[]>();
  for (const { note: id, criterion, values, strength, passage } of state.links) {
    const note = notes.get(id);
    const direction = shown(values);
    if (note === undefined || direction === null || direction === 'none') continue;
    const here = found.get(criterion) ?? [];
    here.push({ note, direction, strength, passage });
    found.set(criterion, here);
  }
  return found;
}
