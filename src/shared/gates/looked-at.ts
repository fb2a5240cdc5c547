import type { Framework } from '../framework/framework-schema.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { areasGraded, areasInOrder, areasResting, areasSettled, areasUnderRule } from './areas-looked-at.ts';
import { factsRecorded } from './facts-looked-at.ts';
import { challengesPut, roundsHeld } from './panel-looked-at.ts';
import { frameworkAdopted } from './framework-looked-at.ts';
import type { LookedAt, Looking } from './looking.ts';
import { improvementsResting, pointsResting } from './points-looked-at.ts';
import { fieldsInConflict, hiddenIn, rulesOfText } from './text-looked-at.ts';

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
