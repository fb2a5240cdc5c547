import { services } from '../../src/main/composition/calls.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { need } from './running-scope.ts';

/** Gives a reason under every rule that a gate of the draft asks one for. */
export async function giveReasonsAsked(scope: Scope, draft: string): Promise<void> {
  const { gates, state } = need(await services.openDraft(scope, { draft }));
  for (const { rule, status } of gates) {
    if (status !== 'reason-needed' || rule === null) continue;
    const over = (state.reasons[rule] ?? []).map(({ record }) => record);
    need(await services.giveReason(scope, { draft, rule, reason: 'The team settled it', over }));
  }
}
