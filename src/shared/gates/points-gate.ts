import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import { count } from '../words.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';

/** Every strength, and every point of another list than the improvements, names a note. */
export function pointsGate(state: DraftState): Gate {
  const lists = Object.entries(state.points).map(([section, field]) => ({
    section,
    points: settled(field) ?? [],
  }));
  const listing = lists.reduce((sum, { points }) => sum + points.length, 0);
  const bare = lists.flatMap(({ section, points }) =>
    points.filter((point) => point.notes.length === 0).map((point) => ({ section, text: point.text })),
  );
  const first = bare[0];
  return {
    id: 'points-rest',
    title: 'Every strength and listed point rests on evidence',
    told:
      first === undefined
        ? listing === 0
          ? 'None is listed'
          : count(listing, 'point')
        : `Without a note: ${listed(bare.map(({ text }) => `“${text.slice(0, 60)}”`))}.`,
    status: first !== undefined ? 'blocking' : listing === 0 ? 'not-needed' : 'done',
    rule: null,
    goTo: first === undefined ? null : { screen: 'write', area: first.section },
  };
}
