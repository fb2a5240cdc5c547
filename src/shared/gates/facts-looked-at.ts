import { settled } from '../records/settled.ts';
import { factsTurnedOn } from './facts-gate.ts';
import type { Looking } from './looking.ts';

/** Every fact that a rule turns on, with what was recorded of it. */
export const factsRecorded: Looking = (state, framework) =>
  factsTurnedOn(framework).map(({ id, title }) => {
    const recorded = settled(state.facts[id]);
    const codes = state.notes.filter((note) => recorded?.notes.includes(note.id)).map((note) => note.code);
    const on = codes.length === 0 ? '' : ` (${codes.join(', ')})`;
    return {
      what: title,
      found: recorded === null ? 'Not answered' : `${recorded.holds ? 'Yes' : 'No'}: ${recorded.reason}${on}`,
      area: null,
      settled: recorded !== null && (!recorded.holds || codes.length > 0),
      goTo: null,
    };
  });
