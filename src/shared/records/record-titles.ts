import type { PersonId } from './record.ts';

/** What the ids in a record are called: by the frameworks that the draft adopted. */
export interface RecordTitles {
  /** An area or a section of the report. */
  readonly place: (id: string) => string;
  readonly criterion: (id: string) => string;
  /** A grade within a sentence: "requires improvement to be good". */
  readonly grade: (id: string) => string;
  /** A rule that limits a grade, or a question of fact. */
  readonly rule: (id: string) => string;
}

/** Stands for a person in a line of history until it is shown beside the people's cards. */
export function personMark(person: PersonId): string {
  return `person:${person}`;
}

/** A line of history with its people by name. */
export function withNames(line: string, nameOf: (person: PersonId) => string): string {
  return line.replaceAll(/person:([0-9a-f]{64})/g, (_mark, person: string) => nameOf(person));
}
