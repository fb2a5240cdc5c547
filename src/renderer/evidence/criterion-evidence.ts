import type { DraftState } from '../../shared/judgment/draft-state.ts';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import { contradictionsUnder, type Contradiction } from '../../shared/coverage/contradictions.ts';
import type { WeighedNote } from '../../shared/coverage/linked-evidence.ts';

type Linked = ReadonlyMap<string, readonly WeighedNote[]>;

/** What a draft without links holds. */
export const noLinks: Linked = new Map();

function isSame(a: WeighedNote, b: WeighedNote | undefined): boolean {
  return (
    a.note === b?.note && a.direction === b.direction && a.strength === b.strength && a.passage === b.passage
  );
}

/** The same links with every criterion's list that did not change as it was, so that nothing that shows it is drawn anew. */
export function steadyLinked(before: Linked, now: Linked): Linked {
  return new Map(
    [...now].map(([criterion, notes]) => {
      const then = before.get(criterion);
      const steady = then?.length === notes.length && notes.every((note, at) => isSame(note, then[at]));
      return [criterion, steady ? then : notes.map((note) => then?.find((old) => isSame(note, old)) ?? note)];
    }),
  );
}

/** The pairs that point different ways under a criterion, found when they are asked for. */
export function pairsByCriterion(
  linked: Linked,
  settled: DraftState['contradictions'],
): (criterion: string) => readonly Contradiction[] {
  const found = new Map<string, readonly Contradiction[]>();
  return (criterion) => {
    const pairs =
      found.get(criterion) ?? contradictionsUnder(criterion, linked.get(criterion) ?? [], settled);
    found.set(criterion, pairs);
    return pairs;
  };
}

/** The notes that stand under no criterion. */
export function unlinkedNotes(notes: readonly EvidenceNote[], linked: Linked): readonly EvidenceNote[] {
  const used = new Set([...linked.values()].flatMap((some) => some.map(({ note }) => note.id)));
  return notes.filter((note) => !used.has(note.id) && !note.erased);
}
