import { count } from '../words.ts';
import type { Round } from '../moderation/round.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { allSettled, defineGate, type GateRow } from './gate.ts';

const standings = {
  lodging: 'Open: grades are being lodged',
  revealed: 'Revealed',
  abandoned: 'Abandoned',
} as const;

/** Every round of a draft, with how it stands. */
export function roundRows(
  { moderation: { rounds } }: SeenState,
  isSettled: (round: Round) => boolean,
): readonly GateRow[] {
  return rounds.map((round) => ({
    title: `Round ${round.number}, ${count(round.areas.length, 'area')}`,
    detail: standings[round.standing],
    isSettled: isSettled(round),
    goTo: { screen: 'panel' },
  }));
}

/** No round of independent grades is still open. */
export const roundsGate = defineGate({
  id: 'rounds',
  title: 'No round is open',
  needsFramework: false,
  check: ({ moderation: { rounds } }) => {
    const open = rounds.filter((round) => round.standing === 'lodging').length;
    return {
      status: allSettled(open, rounds.length),
      detail:
        open > 0
          ? 'A round of independent grades is open. A holder reveals it, or the owner abandons it.'
          : rounds.length === 0
            ? 'No panel has graded this draft'
            : 'Every round is revealed or abandoned',
      goTo: open === 0 ? null : { screen: 'panel' },
    };
  },
  looksAt: (state) => roundRows(state, ({ standing }) => standing !== 'lodging'),
});
