import type { DraftState } from '../judgment/draft-state.ts';
import type { EvidenceNote } from '../evidence/evidence-state.ts';
import type { Area, Criterion, Framework } from '../framework/framework-schema.ts';
import { contradictionsUnder, type Contradiction } from './contradictions.ts';
import { criterionGaps, requiredGaps, type EvidenceGap } from './evidence-gaps.ts';
import type { EvidenceKind } from '../values/evidence-kind.ts';
import { linkedEvidence, type WeighedNote } from './linked-evidence.ts';

/** How many notes stand for and against. */
export interface ForAndAgainst {
  readonly for: number;
  readonly against: number;
}

interface MatrixRow extends ForAndAgainst {
  readonly criterion: string;
  readonly title: string;
  readonly kinds: { readonly [kind in EvidenceKind]?: ForAndAgainst };
  /** Persons who wrote the notes, with how many. */
  readonly inspectors: { readonly [person: string]: number };
  /** First and last day of the activities, YYYY-MM-DD; null where there is no note. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly gaps: readonly EvidenceGap[];
  readonly contradictions: readonly Contradiction[];
  /** Notes that also stand under other criteria, with those. */
  readonly reused: readonly { readonly note: string; readonly criteria: readonly string[] }[];
}

/** One area of the matrix, with what the framework asks of it as a whole. */
interface MatrixArea {
  readonly area: string;
  readonly title: string;
  readonly rows: readonly MatrixRow[];
  readonly gaps: readonly EvidenceGap[];
}

/** All evidence of a draft by criterion, and what is linked to none. */
export interface EvidenceMatrix {
  readonly areas: readonly MatrixArea[];
  readonly unlinked: readonly string[];
}

function tally(notes: readonly WeighedNote[]): ForAndAgainst {
  const count = notes.filter((note) => note.direction === 'for').length;
  return { for: count, against: notes.length - count };
}

function counted(names: readonly string[]): { readonly [name: string]: number } {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function daysOf(notes: readonly EvidenceNote[]): MatrixRow['days'] {
  const days = notes.map((note) => note.when.slice(0, 10)).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Sets a draft's evidence against its framework's criteria. */
export function evidenceMatrix(
  state: Pick<DraftState, 'notes' | 'links' | 'contradictions'>,
  framework: Framework,
): EvidenceMatrix {
  const linked = linkedEvidence(state);
  const under = new Map<string, string[]>();
  for (const [criterion, notes] of linked)
    for (const { note } of notes) under.set(note.id, [...(under.get(note.id) ?? []), criterion]);
  const row = (criterion: Criterion): MatrixRow => {
    const notes = linked.get(criterion.id) ?? [];
    const byKind = Map.groupBy(notes, ({ note }) => note.kind);
    return {
      criterion: criterion.id,
      title: criterion.title,
      ...tally(notes),
      kinds: Object.fromEntries([...byKind].map(([kind, some]) => [kind, tally(some)])),
      inspectors: counted(notes.map(({ note }) => note.author)),
      days: daysOf(notes.map(({ note }) => note)),
      gaps: criterionGaps(criterion, notes),
      contradictions: contradictionsUnder(criterion.id, notes, state.contradictions),
      reused: notes.flatMap(({ note }) => {
        const others = (under.get(note.id) ?? []).filter((id) => id !== criterion.id);
        return others.length === 0 ? [] : [{ note: note.id, criteria: others }];
      }),
    };
  };
  const notesIn = (area: Area): readonly WeighedNote[] => {
    const notes = area.criteria.flatMap((criterion) => linked.get(criterion.id) ?? []);
    return [...new Map(notes.map((note) => [note.note.id, note])).values()];
  };
  return {
    areas: framework.areas
      .filter((area) => area.criteria.length > 0)
      .map((area) => ({
        area: area.id,
        title: area.title,
        rows: area.criteria.map(row),
        gaps: requiredGaps(area.required, notesIn(area)),
      })),
    unlinked: state.notes.filter((note) => !note.erased && !under.has(note.id)).map((note) => note.id),
  };
}
