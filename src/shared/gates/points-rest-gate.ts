import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import type { Improvement } from '../values/improvement.ts';
import { count } from '../words.ts';
import { allSettled, defineGate } from './gate.ts';
import { pointRow, withoutNote } from './rests-on-notes.ts';

function listedPoints({
  points,
}: DraftState): readonly { readonly section: string; readonly point: Improvement }[] {
  return Object.entries(points).flatMap(([section, field]) =>
    (settled(field) ?? []).map((point) => ({ section, point })),
  );
}

/** Every strength, and every point of another list than the improvements, names a note. */
export const pointsRestGate = defineGate({
  id: 'points-rest',
  title: 'Every strength and listed point rests on evidence',
  check: (state) => {
    const points = listedPoints(state);
    const bare = points.filter(({ point }) => point.notes.length === 0);
    return {
      status: allSettled(bare.length, points.length),
      detail:
        bare.length > 0
          ? withoutNote(bare.map(({ point }) => point))
          : points.length === 0
            ? 'None is listed'
            : count(points.length, 'point'),
      goTo: bare[0] === undefined ? null : { screen: 'write', area: bare[0].section },
    };
  },
  looksAt: (state) => listedPoints(state).map(({ section, point }) => pointRow(state, point, section)),
});
