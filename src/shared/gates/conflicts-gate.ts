import { count } from '../words.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { Gate } from './gate.ts';

/** No field has two open values. */
export function conflictsGate(state: DraftState): Gate {
  const open = state.conflicts.length;
  return {
    id: 'conflicts',
    title: 'Nothing is written twice',
    told:
      open === 0
        ? 'Every field has one value'
        : `${count(open, 'field has', 'fields have')} two values that somebody must settle.`,
    status: open === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: open === 0 ? null : { screen: 'write' },
  };
}
