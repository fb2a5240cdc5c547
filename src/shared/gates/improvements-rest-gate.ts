import { settled } from '../records/settled.ts';
import { count } from '../words.ts';
import { defineGate } from './gate.ts';
import { pointRow, withoutNote } from './rests-on-notes.ts';

/** Every improvement names a note. */
export const improvementsRestGate = defineGate({
  id: 'improvements-rest',
  title: 'Every improvement rests on evidence',
  check: ({ improvements }) => {
    const points = settled(improvements) ?? [];
    const bare = points.filter((point) => point.notes.length === 0);
    if (points.length === 0) return { status: 'not-needed', detail: 'None is listed' };
    return bare.length === 0
      ? { status: 'done', detail: count(points.length, 'point') }
      : {
          status: 'blocking',
          detail: withoutNote(bare),
          goTo: { screen: 'write', area: 'improvements' },
        };
  },
  looksAt: (state) =>
    (settled(state.improvements) ?? []).map((point) => pointRow(state, point, 'improvements')),
});
