import { kindCalled } from './event-types.ts';
import type { Noun } from '../records/kind-declaration.ts';
import { count } from '../words.ts';

/** What records are counted as whose kind is nothing that a list tells. */
export const otherRecords = 'other';

/** What records of a kind are called; a kind of a newer version is just a record. */
export function recordNoun(type: string): Noun {
  if (type === otherRecords) return ['other record', 'other records'];
  return kindCalled(type)?.noun ?? ['record of a newer version', 'records of a newer version'];
}

/** So many records of a kind, in words: "3 notes". */
export function recordsOfKind(type: string, number: number): string {
  return count(number, ...recordNoun(type));
}
