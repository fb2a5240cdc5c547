import { adoptedFramework } from '../session/adopted-framework.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { checkedReport } from '../../../shared/checks/checked-report.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ReportChecksView } from '../../../shared/ipc/check-views.ts';

/** Checks a draft's report, as this person may see it, in the worker, with what is typed and not saved, and says what was answered already. */
export async function checkReport(
  scope: Scope,
  { draft, typed }: CallInput<'checkReport'>,
): Promise<Result<ReportChecksView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const { state } = seen;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const found = await scope.ports.checkReport(checkedReport(state, framework, typed), framework);
  return done({
    findings: found.map((finding) => {
      const open = (state.answers[finding.id] ?? []).filter((value) => value.value !== null);
      return { ...finding, answer: open.at(-1)?.value ?? null, answers: open.map((value) => value.record) };
    }),
  });
}
