import type { Framework } from '../framework/framework-schema.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { areasGraded, areasInOrder, areasResting, areasSettled, areasUnderRule } from './areas-looked-at.ts';
import { challengesPut, roundsHeld } from './panel-looked-at.ts';
import type { LookedAt, Looking } from './looking.ts';
import { improvementsResting, pointsResting } from './points-looked-at.ts';
import { fieldsInConflict, hiddenIn, rulesOfText } from './text-looked-at.ts';
import { settled } from '../records/settled.ts';
import { factsTurnedOn } from './facts-gate.ts';
import { dayWords } from '../words.ts';

/** What the framework that the draft stands under asks, in figures. */
const frameworkAdopted: Looking = (_state, framework) => {
  const { areas, limiters, deadlines, version, valid } = framework;
  const criteria = areas.reduce((sum, area) => sum + area.criteria.length, 0);
  return [
    ['Version', version],
    [
      'For inspections',
      `from ${dayWords(valid.from)}${valid.to === null ? '' : ` to ${dayWords(valid.to)}`}`,
    ],
    ['Areas', `${areas.length}, with ${criteria} criteria`],
    ['Rules by which one thing limits a grade', limiters.length === 0 ? 'None' : String(limiters.length)],
    ['Deadlines', deadlines.length === 0 ? 'None' : deadlines.map((one) => one.title).join(', ')],
  ].map(([what = '', found = '']) => ({ what, found, area: null, settled: true, goTo: null }));
};

/** Every fact that a rule turns on, with what was recorded of it. */
const factsRecorded: Looking = (state, framework) =>
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

const lookings: Readonly<Record<string, Looking>> = {
  framework: frameworkAdopted,
  graded: areasGraded,
  'grades-rest': areasResting,
  'judging-order': areasInOrder,
  'panel-outcomes': areasSettled,
  'improvements-rest': improvementsResting,
  'points-rest': pointsResting,
  'report-checks': rulesOfText,
  'hidden-characters': hiddenIn,
  conflicts: fieldsInConflict,
  facts: factsRecorded,
  rounds: roundsHeld,
  challenges: challengesPut,
};

/**
 * What a gate looked at, thing by thing, what is not settled first; empty where its own words say all. It says the same of
 * the draft as the gate does, and never more than the state it is given holds.
 */
export function lookedAt(gate: string, state: SeenState, framework: Framework): readonly LookedAt[] {
  const looking = gate.startsWith('limiter-')
    ? areasUnderRule(gate.slice('limiter-'.length))
    : lookings[gate];
  const found = looking?.(state, framework) ?? [];
  return [...found.filter((one) => !one.settled), ...found.filter((one) => one.settled)];
}
