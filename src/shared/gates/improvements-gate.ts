import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import { count } from '../words.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';

/** Every improvement names a note. */
export function improvementsGate(state: DraftState): Gate {
  const points = settled(state.improvements) ?? [];
  const bare = points.filter((point) => point.notes.length === 0);
  return {
    id: 'improvements-rest',
    title: 'Every improvement rests on evidence',
    told:
      bare.length === 0
        ? count(points.length, 'point')
        : `Without a note: ${listed(bare.map((point) => `“${point.text.slice(0, 60)}”`))}.`,
    status: bare.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: bare.length === 0 ? null : { screen: 'write', area: 'improvements' },
  };
}
