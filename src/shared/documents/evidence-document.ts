import type { SeenState } from '../seen/seen-draft.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { kindTitles } from '../values/kind-titles.ts';
import { criterionNames } from '../evidence/listed-links.ts';
import type { NoteCorrection } from '../evidence/evidence-state.ts';
import { notedPartTitles, notedWords } from '../evidence/noted-fields.ts';
import { listOf } from '../words.ts';
import { linkedEvidence } from '../coverage/linked-evidence.ts';

/** The evidence base laid out for disclosure, before any format. */
export interface EvidenceDocument {
  readonly title: string;
  readonly columns: readonly string[];
  /** A row a note, in the order of the columns; erased notes keep theirs and say so. */
  readonly rows: readonly (readonly string[])[];
  /** Abbreviations used, with what they stand for where a note spells it out; else empty. */
  readonly abbreviations: readonly { readonly short: string; readonly long: string }[];
}

const columns = [
  'Code',
  'Kind',
  'Activity',
  'Written',
  'Late by days',
  'Inspector',
  'Source',
  'Direction',
  'Note',
  'Added later',
  'Files',
  'Held for',
  'Held against',
] as const;

/** Abbreviations in capitals, each with the words before its first bracket whose initials it is. */
function abbreviationsIn(texts: readonly string[]): EvidenceDocument['abbreviations'] {
  const found = new Map<string, string>();
  for (const text of texts) {
    for (const [short] of text.matchAll(/\b\p{Lu}{2,7}\b/gu)) if (!found.has(short)) found.set(short, '');
    for (const match of text.matchAll(/\((\p{Lu}{2,7})\)/gu)) {
      const short = match[1] ?? '';
      const words = text.slice(0, match.index).trim().split(/\s+/u).slice(-short.length);
      const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
      if (initials === short && found.get(short) === '') found.set(short, words.join(' '));
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([short, long]) => ({ short, long }));
}

/** What a correction said, with what stood: "Corrected: kind of source was Data, is Observation (taken down wrongly)". */
function correctionWords({ parts, reason }: NoteCorrection): string {
  const said = parts.map(
    ({ part, was, now }) =>
      `${notedPartTitles[part].toLowerCase()} was ${notedWords(part, was)}, is ${notedWords(part, now)}`,
  );
  return `Corrected: ${listOf(said)}${reason === '' ? '' : ` (${reason})`}`;
}

/** Lays out every note with what was added to it and what it is held for and against; nothing is left out. */
export function evidenceDocument(
  state: SeenState,
  framework: Framework | null,
  title: string,
  nameOf: (person: string) => string,
): EvidenceDocument {
  const titles = criterionNames(framework);
  const criteria = new Map<string, { for: string[]; against: string[] }>();
  for (const [criterion, notes] of linkedEvidence(state))
    for (const { note, direction, strength, passage } of notes) {
      const here = criteria.get(note.id) ?? { for: [], against: [] };
      const weight = strength === null ? '' : ` (${strength})`;
      const words = passage === null ? '' : `: “${passage}”`;
      here[direction].push(`${titles.get(criterion) ?? criterion}${weight}${words}`);
      criteria.set(note.id, here);
    }
  const rows = state.notes.map((note): readonly string[] => {
    return [
      note.code,
      kindTitles[note.kind],
      note.when,
      note.written,
      note.lateDays === 0 ? '' : String(note.lateDays),
      nameOf(note.author),
      note.source,
      note.direction,
      note.erased ? 'Erased.' : note.text,
      [...note.addenda, ...note.corrections.map((made) => ({ ...made, text: correctionWords(made) }))]
        .map((later) => `${later.at}, ${nameOf(later.author)}: ${later.text}`)
        .join('\n'),
      note.attachments.map((file) => `${file.name} (sha256 ${file.sha256})`).join('\n'),
      (criteria.get(note.id)?.for ?? []).join('; '),
      (criteria.get(note.id)?.against ?? []).join('; '),
    ];
  });
  const texts = state.notes.flatMap((note) => [
    note.text,
    note.source,
    ...note.addenda.map((addendum) => addendum.text),
  ]);
  return { title, columns, rows, abbreviations: abbreviationsIn(texts) };
}
