import type { DraftState } from '../judgment/draft-state.ts';
import { factsThatHold } from '../judgment/facts-that-hold.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { evaluateLimiters } from '../framework/limiting-rules.ts';
import { gateHolds, type Gate } from './gate.ts';
import { accuracyGates } from './accuracy-gates.ts';
import { approvedGate } from './approved-gate.ts';
import { arrivedGate } from './arrived-gate.ts';
import { challengesGate } from './challenges-gate.ts';
import { conflictsGate } from './conflicts-gate.ts';
import { evidenceGate } from './evidence-gate.ts';
import { factsGate } from './facts-gate.ts';
import { frameworkGate } from './framework-gate.ts';
import { gradedGate } from './graded-gate.ts';
import { hiddenGate } from './hidden-characters-gate.ts';
import { improvementsGate } from './improvements-gate.ts';
import { limiterGate } from './limiter-gate.ts';
import { pointsGate } from './points-gate.ts';
import { orderGate } from './order-gate.ts';
import { reportChecksGate } from './report-checks-gate.ts';
import { secondSignatureGate } from './second-signature-gate.ts';
import { outcomesGate } from './outcomes-gate.ts';
import { roundsGate } from './rounds-gate.ts';

/** Everything that must hold, or have its reason, before the judgment can be sealed, in the order of the screen. */
export function checkGates(state: DraftState, framework: Framework | null): readonly Gate[] {
  const always = [
    roundsGate(state),
    challengesGate(state),
    conflictsGate(state),
    arrivedGate(state),
    hiddenGate(state),
  ];
  if (framework === null) return [frameworkGate(framework), ...always];
  const second = secondSignatureGate(state, framework);
  const order = orderGate(state, framework);
  const facts = factsGate(state, framework);
  const limiters = evaluateLimiters(framework, gradesByArea(state), factsThatHold(state)).map((finding) =>
    limiterGate(finding, state, framework),
  );
  return [
    frameworkGate(framework),
    gradedGate(state, framework),
    evidenceGate(state, framework),
    improvementsGate(state),
    pointsGate(state),
    reportChecksGate(state, framework),
    ...(order === null ? [] : [order]),
    ...(facts === null ? [] : [facts]),
    ...limiters,
    outcomesGate(state, framework),
    ...accuracyGates(state, framework),
    ...always,
    approvedGate(state),
    ...(second === null ? [] : [second]),
  ];
}

/** Whether every gate lets the seal through. */
export function gatesOpen(gates: readonly Gate[]): boolean {
  return gates.every(gateHolds);
}
