import { count } from '../words.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { Gate } from './gate.ts';

/** No record that others name is missing. */
export function arrivedGate(state: DraftState): Gate {
  const open = state.waiting.length;
  return {
    id: 'arrived',
    title: 'Everything has arrived',
    told:
      open === 0
        ? 'No record is waited for'
        : `${count(open, 'record is', 'records are')} named by others and not here yet. Let the folder finish syncing.`,
    status: open === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: null,
  };
}
