import type { Framework } from '../framework/framework-schema.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { accuracyAnsweredGate } from './accuracy-answered-gate.ts';
import { accuracyOffSiteGate } from './accuracy-off-site-gate.ts';
import { accuracySentGate } from './accuracy-sent-gate.ts';
import { accuracyUnseenGate } from './accuracy-unseen-gate.ts';
import { approvedGate } from './approved-gate.ts';
import { areasWithoutWordsGate } from './areas-without-words-gate.ts';
import { arrivedGate } from './arrived-gate.ts';
import { challengesGate } from './challenges-gate.ts';
import { commentsGate } from './comments-gate.ts';
import { conflictsGate } from './conflicts-gate.ts';
import { factsGate } from './facts-gate.ts';
import { frameworkGate } from './framework-gate.ts';
import type { Gate, GateRow, GateView } from './gate.ts';
import { gradedGate } from './graded-gate.ts';
import { gradesRestGate } from './grades-rest-gate.ts';
import { hiddenCharactersGate } from './hidden-characters-gate.ts';
import { improvementsRestGate } from './improvements-rest-gate.ts';
import { interestsGate } from './interests-gate.ts';
import { judgingOrderGate } from './judging-order-gate.ts';
import { limitingRuleGates } from './limiting-rule-gates.ts';
import { moderatedGate } from './moderated-gate.ts';
import { panelOutcomesGate } from './panel-outcomes-gate.ts';
import { pointsRestGate } from './points-rest-gate.ts';
import { reopenedGate } from './reopened-gate.ts';
import { reportChecksGate } from './report-checks-gate.ts';
import { requiredEvidenceGate } from './required-evidence-gate.ts';
import { roundsGate } from './rounds-gate.ts';
import { secondSignatureGates } from './second-signature-gates.ts';
import { signatoriesGate } from './signatories-gate.ts';

/** Every gate in the order of the screen; a function stands for those that a framework names itself. */
const table: readonly (Gate | ((framework: Framework) => readonly Gate[]))[] = [
  frameworkGate,
  gradedGate,
  areasWithoutWordsGate,
  gradesRestGate,
  requiredEvidenceGate,
  improvementsRestGate,
  pointsRestGate,
  reportChecksGate,
  judgingOrderGate,
  factsGate,
  limitingRuleGates,
  moderatedGate,
  panelOutcomesGate,
  accuracySentGate,
  accuracyAnsweredGate,
  accuracyOffSiteGate,
  accuracyUnseenGate,
  roundsGate,
  challengesGate,
  commentsGate,
  interestsGate,
  conflictsGate,
  arrivedGate,
  hiddenCharactersGate,
  reopenedGate,
  approvedGate,
  secondSignatureGates,
  signatoriesGate,
];

function gatesUnder(framework: Framework | null): readonly Gate[] {
  return table.flatMap((gate) =>
    typeof gate !== 'function' ? [gate] : framework === null ? [] : gate(framework),
  );
}

/** Everything that must hold, or have its reason, before the judgment can be sealed, in the order of the screen. */
export function checkGates(state: DraftState, framework: Framework | null): readonly GateView[] {
  return gatesUnder(framework).flatMap((gate) => gate.check(state, framework) ?? []);
}

/** What the gate of that id looked at. */
export function gateRows(id: string, state: SeenState, framework: Framework): readonly GateRow[] {
  return (
    gatesUnder(framework)
      .find((gate) => gate.id === id)
      ?.looksAt(state, framework) ?? []
  );
}

/** Whether nothing but the approval of somebody else stands between a draft and its seal. */
export function waitsForApproval(open: readonly Pick<GateView, 'id'>[]): boolean {
  return open.length > 0 && open.every(({ id }) => id === approvedGate.id || id === 'second-signature');
}
