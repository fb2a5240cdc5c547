import { localDay } from '../clocks/local-day.ts';
import { blindDrafts } from '../session/blind-drafts.ts';
import { loadAudits } from '../session/load-audit.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { listDrafts } from '../workspace/list-drafts.ts';
import type { Audit } from '../../../shared/audits/fold-audit.ts';
import {
  isOutsideRange,
  seesFinding,
  stepOfFinding,
  type Finding,
  type FindingStep,
} from '../../../shared/audits/fold-findings.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { FindingAct, FindingView } from '../../../shared/ipc/finding-channels.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import { done, type Result } from '../../../shared/result.ts';

const none: readonly FindingAct[] = [];

function mayOf(audit: Audit, finding: Finding, step: FindingStep, self: PersonId): readonly FindingAct[] {
  const role = audit.people.get(self);
  const owns = role === 'lead' || (role === 'auditor' && finding.by === self);
  const isTo = finding.to.includes(self);
  const acts: Readonly<Record<FindingStep, readonly FindingAct[]>> = {
    assess: isTo ? ['assess'] : none,
    send: [...(isTo ? (['assess'] as const) : none), ...(owns ? (['send'] as const) : none)],
    answer: isTo ? ['answer'] : none,
    plan: [
      ...(isTo || owns ? (['plan'] as const) : none),
      ...(isTo ? (['answer'] as const) : none),
      ...(owns ? (['check'] as const) : none),
    ],
    check: owns ? ['check'] : none,
    ended: owns ? ['reopen'] : none,
  };
  return acts[step];
}

function findingView(
  audit: Audit,
  finding: Finding,
  self: PersonId,
  { row, today }: { readonly row: DraftRow | undefined; readonly today: string },
): FindingView {
  const step = stepOfFinding(finding, today);
  const isMine = finding.to.includes(self);
  const { area } = finding;
  const due = finding.action?.due ?? (finding.sent === null ? finding.due : null);
  return {
    ...{ audit: audit.id, auditName: audit.name, asked: finding.asked, by: finding.by, at: finding.at },
    ...{ seal: finding.seal, draft: finding.draft, provider: row?.provider ?? '' },
    area,
    title: area === null ? 'The whole judgment' : (row?.areas.find(({ id }) => id === area)?.title ?? area),
    ...{ to: finding.to, due: finding.due, step, isMine },
    // Each assesses for themselves: what others said is theirs to see once the finding is.
    assessments: [...finding.assessments.values()].filter(
      ({ by }) => !isMine || finding.sent !== null || by === self,
    ),
    ...{ sent: finding.sent, answers: [...finding.answers.values()], action: finding.action },
    ...{ checks: finding.checks, reopened: finding.reopened },
    isLate: step !== 'ended' && due !== null && due < today,
    mayPropose: isOutsideRange(audit.readings, finding),
    may: mayOf(audit, finding, step, self),
  };
}

/** The findings that this profile's person may see, of every audit; the latest first. */
export async function findingsFor(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<Result<readonly FindingView[], CallError>> {
  const self = (await scope.ports.keys.self())?.person ?? '';
  const loaded = await loadAudits(scope, opened);
  if (!loaded.ok) return loaded;
  if (loaded.value.every(({ audit }) => audit.findings.length === 0)) return done([]);
  const listed = await listDrafts(scope);
  if (!listed.ok) return listed;
  const blind = await blindDrafts(scope, opened);
  const today = localDay(scope.ports.clock.now());
  const rows = new Map(listed.value.map((row) => [row.draft, row]));
  return done(
    loaded.value
      .flatMap(({ audit }) =>
        audit.findings
          .filter((finding) => seesFinding(audit, finding, self) && !blind.has(finding.draft))
          .map((finding) => findingView(audit, finding, self, { row: rows.get(finding.draft), today })),
      )
      .toSorted((a, b) => b.at.localeCompare(a.at)),
  );
}
