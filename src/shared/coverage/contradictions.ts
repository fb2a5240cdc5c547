import type { DraftState } from '../judgment/draft-state.ts';
import type { EvidenceNote } from '../evidence/evidence-state.ts';
import { shown } from '../records/settled.ts';
import { contentWords } from '../evidence/content-words.ts';
import type { WeighedNote } from './linked-evidence.ts';
import { contradictionField } from '../evidence/evidence-fields.ts';

/** Two notes under one criterion that point different ways and speak of the same things. */
export interface Contradiction {
  readonly criterion: string;
  /** The note for, then the one against. */
  readonly notes: readonly [string, string];
  /** What both speak of. */
  readonly shared: readonly string[];
  /** Why it is no contradiction, or which weighs more; null while nobody settled it. */
  readonly settled: string | null;
}

/** What each note is about, found once: a note's text never changes. */
const words = new WeakMap<EvidenceNote, ReadonlySet<string>>();

function wordsOfNote(note: EvidenceNote): ReadonlySet<string> {
  const known = words.get(note) ?? contentWords(note.text);
  words.set(note, known);
  return known;
}

/** So many words must be common to both before two notes are put to people as a pair. */
const leastShared = 2;

/** What a pair is called in the draft's record. */
export function contradictionKey(criterion: string, one: string, other: string): string {
  const [note = one, last = other] = [one, other].sort();
  return contradictionField.key({ criterion, note, other: last });
}

/**
 * Pairs notes for and against one criterion by the words they share, most first; each note is in one pair at most, so
 * that ten against ten are ten questions and not a hundred.
 */
export function contradictionsUnder(
  criterion: string,
  notes: readonly WeighedNote[],
  settled: DraftState['contradictions'],
): readonly Contradiction[] {
  const side = (direction: 'for' | 'against'): readonly WeighedNote[] =>
    notes.filter((note) => note.direction === direction);
  const against = side('against');
  const common = (one: EvidenceNote, other: EvidenceNote): readonly string[] => {
    const theirs = wordsOfNote(other);
    const both: string[] = [];
    for (const word of wordsOfNote(one)) if (theirs.has(word)) both.push(word);
    return both;
  };
  const pairs = side('for').flatMap(({ note }) =>
    against.map((opposed) => ({ note, other: opposed.note, shared: common(note, opposed.note) })),
  );
  const taken = new Set<string>();
  return pairs
    .filter((pair) => pair.shared.length >= leastShared)
    .sort((a, b) => b.shared.length - a.shared.length)
    .flatMap(({ note, other, shared }): Contradiction[] => {
      if (taken.has(note.id) || taken.has(other.id)) return [];
      taken.add(note.id).add(other.id);
      const reason = shown(settled[contradictionKey(criterion, note.id, other.id)]);
      return [{ criterion, notes: [note.id, other.id], shared: shared.toSorted(), settled: reason }];
    });
}
