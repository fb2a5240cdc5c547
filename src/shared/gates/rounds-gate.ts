import { count } from '../words.ts';
import { allSettled, defineGate } from './gate.ts';

const standings = {
  lodging: 'Open: grades are being lodged',
  revealed: 'Revealed',
  abandoned: 'Abandoned',
} as const;

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
  looksAt: ({ moderation: { rounds } }) =>
    rounds.map((round) => ({
      title: `Round ${round.number}, ${count(round.areas.length, 'area')}`,
      detail: standings[round.standing],
      isSettled: round.standing !== 'lodging',
      goTo: { screen: 'panel' },
    })),
});
