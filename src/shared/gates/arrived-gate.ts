import { count } from '../words.ts';
import { defineGate } from './gate.ts';

/** No record that others name is missing. */
export const arrivedGate = defineGate({
  id: 'arrived',
  title: 'Everything has arrived',
  needsFramework: false,
  check: ({ waiting }) =>
    waiting.length === 0
      ? { status: 'not-needed', detail: 'No record is waited for' }
      : {
          status: 'blocking',
          detail: `${count(waiting.length, 'record is', 'records are')} named by others and not here yet. Let the folder finish syncing.`,
        },
});
