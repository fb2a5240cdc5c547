import type { Improvement } from '../values/improvement.ts';
import { settled } from '../records/settled.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import type { LookedAt, Looking } from './looking.ts';

function row(state: SeenState, point: Improvement, section: string): LookedAt {
  const codes = state.notes.filter((note) => point.notes.includes(note.id)).map((note) => note.code);
  return {
    what: point.text,
    found: codes.length === 0 ? 'Rests on no note' : codes.join(', '),
    area: null,
    settled: point.notes.length > 0,
    goTo: { screen: 'write', area: section },
  };
}

/** Every point to improve, with the notes it rests on. */
export const improvementsResting: Looking = (state) =>
  (settled(state.improvements) ?? []).map((point) => row(state, point, 'improvements'));

/** Every strength and listed point, with the notes it rests on. */
export const pointsResting: Looking = (state) =>
  Object.entries(state.points).flatMap(([section, field]) =>
    (settled(field) ?? []).map((point) => row(state, point, section)),
  );
