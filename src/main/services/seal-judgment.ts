import { adoptedFramework } from './adopted-framework.ts';
import type { Scope } from './session.ts';
import { writeRecord } from './write-records.ts';
import { checkGates, gatesOpen } from '../../shared/domain/finalising/check-gates.ts';
import { sealFacts } from '../../shared/domain/finalising/seal.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { SavedView } from '../../shared/ipc/views.ts';

/** Signs and seals the judgment as it stands, where every gate lets it through. */
export function sealJudgment(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<SavedView, CallError>> {
  const { sha256 } = scope.ports.crypto;
  return writeRecord(scope, draft, (folded) => {
    const gates = checkGates(folded.state, adoptedFramework(folded, sha256));
    if (!gatesOpen(gates)) {
      const open = gates.filter((gate) => gate.status === 'blocking' || gate.status === 'reason-needed');
      return refused({
        code: 'gates-open',
        message: `The judgment cannot be sealed yet. Nothing was changed. Still open: ${open.map((gate) => gate.title).join('; ')}.`,
      });
    }
    const said = gates.map((gate) => ({ gate: gate.id, told: gate.told.slice(0, 2000) }));
    return done({ type: 'judgment.sealed', body: { ...sealFacts(folded, sha256), gates: said } });
  });
}

/** Opens a sealed judgment again; the seal stays true for what it sealed. */
export function reopenJudgment(
  scope: Scope,
  { draft, reason }: { draft: string; reason: string },
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }) => {
    const seal = state.seals.find((one) => !one.withdrawn && one.reopened === null);
    if (state.standing !== 'sealed' || seal === undefined) {
      return refused({
        code: 'not-sealed',
        message: 'This judgment is not sealed, so there is nothing to reopen. Nothing was changed.',
      });
    }
    return done({ type: 'judgment.reopened', body: { seal: seal.id, reason } });
  });
}
