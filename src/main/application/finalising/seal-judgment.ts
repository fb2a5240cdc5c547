import { adoptedFramework } from '../session/adopted-framework.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { judgmentSealed } from '../../../shared/finalising/judgment-sealed.ts';
import { checkGates } from '../../../shared/gates/all-gates.ts';
import { gateHolds, type GateView } from '../../../shared/gates/gate.ts';
import { sealFacts } from '../../../shared/judgment/seal.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** What a seal says of a gate. Not the gate's own words: they may quote the draft, and a seal is handed on whole. */
function saidOf({ id, status }: GateView): { gate: string; told: string } {
  const words =
    status === 'not-needed' ? 'Did not apply' : status === 'by-reason' ? 'Passed by a reason' : 'Held';
  return { gate: id, told: words };
}

/** Signs and seals the judgment as it stands, where every gate lets it through. */
export function sealJudgment(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<SavedView, CallError>> {
  const { sha256 } = scope.ports.crypto;
  return writeRecord(scope, draft, (folded) => {
    const gates = checkGates(folded.state, adoptedFramework(folded, sha256));
    const open = gates.filter((gate) => !gateHolds(gate));
    if (open.length > 0)
      return refused({
        code: 'gates-open',
        message: `The judgment cannot be sealed yet. Nothing was changed. Still open: ${open.map((gate) => gate.title).join('; ')}.`,
      });
    return done(judgmentSealed.write({ law: 1, ...sealFacts(folded, sha256), gates: gates.map(saidOf) }));
  });
}
