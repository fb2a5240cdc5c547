import type { DraftState, EvidenceNote } from '../../../shared/domain/draft/draft-state.ts';
import { contradictionsUnder, type Contradiction } from '../../../shared/domain/evidence/contradictions.ts';
import type { WeighedNote } from '../../../shared/domain/evidence/linked-evidence.ts';

type Linked = ReadonlyMap<string, readonly WeighedNote[]>;

/** The pairs that point different ways, by criterion. */
export function pairsByCriterion(
  linked: Linked,
  settled: DraftState['contradictions'],
): ReadonlyMap<string, readonly Contradiction[]> {
  return new Map(
    [...linked].map(([criterion, notes]) => [criterion, contradictionsUnder(criterion, notes, settled)]),
  );
}

/** The notes that stand under no criterion. */
export function unlinkedNotes(notes: readonly EvidenceNote[], linked: Linked): readonly EvidenceNote[] {
  const used = new Set([...linked.values()].flatMap((some) => some.map((one) => one.note.id)));
  return notes.filter((note) => !used.has(note.id) && !note.erased);
}
