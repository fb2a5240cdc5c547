import type { DraftState } from '../judgment/draft-state.ts';
import type { Gate } from './gate.ts';

/** No round of independent grades is still open. */
export function roundsGate({ moderation: { rounds } }: DraftState): Gate {
  const open = rounds.filter((round) => round.standing === 'lodging').length;
  return {
    id: 'rounds',
    title: 'No round is open',
    told:
      open > 0
        ? 'A round of independent grades is open. A holder reveals it, or the owner abandons it.'
        : rounds.length === 0
          ? 'No panel has graded this draft'
          : 'Every round is revealed or abandoned',
    status: open > 0 ? 'blocking' : rounds.length === 0 ? 'not-needed' : 'done',
    rule: null,
    goTo: open === 0 ? null : { screen: 'panel' },
  };
}
