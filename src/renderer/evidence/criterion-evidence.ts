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
      const then = before.get(criterion) ?? [];
      if (then.length === notes.length && notes.every((note, at) => isSame(note, then[at])))
        return [criterion, then];
      return [criterion, steadyNotes(then, notes)];
    }),
  );
}

/** The same notes, each that weighs as it did as the object it was: of many, most stand where they stood. */
function steadyNotes(before: readonly WeighedNote[], now: readonly WeighedNote[]): readonly WeighedNote[] {
  let places: ReadonlyMap<string, WeighedNote> | undefined;
  return now.map((note, at) => {
    const there = before[at];
    if (there !== undefined && isSame(note, there)) return there;
    places ??= new Map(before.map((old) => [old.note.id, old]));
    const old = places.get(note.note.id);
    return old !== undefined && isSame(note, old) ? old : note;
  });
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

/** The notes whose code, words or source hold every word that was typed. */
export function notesWith(typed: string, notes: readonly EvidenceNote[]): readonly EvidenceNote[] {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return notes.filter(({ code, text, source }) => {
    const all = `${code} ${text} ${source}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The notes that stand under no criterion. */
export function unlinkedNotes(notes: readonly EvidenceNote[], linked: Linked): readonly EvidenceNote[] {
  const used = new Set<string>();
  for (const under of linked.values()) for (const { note } of under) used.add(note.id);
  return notes.filter((note) => !used.has(note.id) && !note.erased);
}
