import { excerptOf } from '../words.ts';
import type { Improvement } from '../values/improvement.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import type { GateRow } from './gate.ts';
import { listed } from './listed.ts';

/** A point of a list, with the notes it rests on. */
export function pointRow(state: SeenState, point: Improvement, section: string): GateRow {
  const codes = state.notes.filter((note) => point.notes.includes(note.id)).map((note) => note.code);
  return {
    title: point.text,
    detail: codes.length === 0 ? 'Rests on no note' : codes.join(', '),
    isSettled: point.notes.length > 0,
    goTo: { screen: 'write', area: section },
  };
}

/** Names the points that no note shows, each by its first words. */
export function withoutNote(points: readonly Pick<Improvement, 'text'>[]): string {
  return `Without a note: ${listed(points.map((point) => `“${excerptOf(point.text, 60)}”`))}.`;
}
