import { adoptedFramework } from '../session/adopted-framework.ts';
import { workspaceHolidays } from '../clocks/workspace-holidays.ts';
import { openedIn, loadDraftBlind } from '../load.ts';
import { findingsFor } from '../findings/findings-for.ts';
import { nothingChanged } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { writeInAudit, type Auditing } from './write-in-audit.ts';
import { actionPlanned } from '../../../shared/audits/action-planned.ts';
import { assessmentAsked } from '../../../shared/audits/assessment-asked.ts';
import { assessmentGiven } from '../../../shared/audits/assessment-given.ts';
import { findingAnswered } from '../../../shared/audits/finding-answered.ts';
import { findingChecked } from '../../../shared/audits/finding-checked.ts';
import { findingReopened } from '../../../shared/audits/finding-reopened.ts';
import { findingSent } from '../../../shared/audits/finding-sent.ts';
import { seesFinding } from '../../../shared/audits/fold-findings.ts';
import { afterWorkingDays } from '../../../shared/clocks/working-days.ts';
import { holidaysIn } from '../../../shared/clocks/holiday-calendars.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { FindingView } from '../../../shared/ipc/finding-channels.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** So long has somebody to look at their own judgment before a finding is sent to them (Estyn's inspector evaluation form). */
const assessmentDays = 5;

async function listFindings(
  scope: Scope,
  { audit, draft }: CallInput<'listFindings'>,
): Promise<Result<readonly FindingView[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const found = await findingsFor(scope, opened.value);
  return found.ok
    ? done(
        found.value.filter(
          (finding) =>
            (audit === null || finding.audit === audit) && (draft === null || finding.draft === draft),
        ),
      )
    : found;
}

/** Asks the people of a judgment for a self-assessment, by the working days of its framework's first clock. */
function askAssessment(
  scope: Scope,
  { audit: id, ...body }: CallInput<'askAssessment'>,
): Promise<Result<SavedView, CallError>> {
  return writeInAudit(scope, id, async ({ audit }) => {
    const reading = audit.readings.find(({ frame, seal }) => frame === body.frame && seal === body.seal);
    if (reading === undefined) return refused(notRead);
    const draft = await loadDraftBlind(scope, reading.draft);
    if (!draft.ok) return draft;
    const { folded } = draft.value.verified;
    const framework = folded === null ? null : adoptedFramework(folded, scope.ports.crypto.sha256);
    const { holidays, today } = await workspaceHolidays(scope);
    const calendar = framework?.deadlines[0]?.calendar ?? 'england-and-wales';
    const due = afterWorkingDays(today, assessmentDays, holidaysIn(holidays, calendar));
    return done(assessmentAsked.write({ ...body, draft: reading.draft, due }));
  });
}

const notRead = nothingChanged('Nobody reads this judgment in this draw.');

/** A step of a finding that its person sees. */
function step<I extends { readonly audit: string; readonly asked: string }>(
  intent: (input: Omit<I, 'audit'>) => Intent,
): (scope: Scope, input: I) => Promise<Result<SavedView, CallError>> {
  return (scope, { audit: id, ...input }) =>
    writeInAudit(scope, id, ({ audit, self }: Auditing) => {
      const finding = audit.findings.find(({ asked }) => asked === input.asked);
      return finding === undefined || !seesFinding(audit, finding, self.person)
        ? refused(nothingChanged('This finding is not among yours.'))
        : done(intent(input));
    });
}

/** The services of findings, one for every channel of theirs. */
export const findingServices = {
  listFindings,
  askAssessment,
  giveAssessment: step<CallInput<'giveAssessment'>>((body) => assessmentGiven.write(body)),
  sendFinding: step<CallInput<'sendFinding'>>((body) => findingSent.write(body)),
  answerFinding: step<CallInput<'answerFinding'>>((body) => findingAnswered.write(body)),
  planAction: step<CallInput<'planAction'>>((body) => actionPlanned.write(body)),
  checkFinding: step<CallInput<'checkFinding'>>((body) => findingChecked.write(body)),
  reopenFinding: step<CallInput<'reopenFinding'>>((body) => findingReopened.write(body)),
};
