import { approveJudgment } from './approve-judgment.ts';
import { proposeReopening, reopenJudgment, withdrawSeal } from './reopen-judgment.ts';
import { exportRedacted } from './export-redacted.ts';
import { exportCertificate } from './export-certificate.ts';
import { redactCopy } from './redact-copy.ts';
import { receiveAccuracy } from './receive-accuracy.ts';
import { saveReturned } from './save-returned.ts';
import { eraseDue, readRetention } from './retention-of.ts';
import { sealJudgment } from './seal-judgment.ts';
import { exportAccuracy, sendAccuracy } from './send-accuracy.ts';
import { attachTimeStamp, requestTimeStamp } from './time-stamp-seal.ts';
import { draftDocument } from '../documents/draft-documents.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { accuracyAnswered } from '../../../shared/accuracy/accuracy-answered.ts';
import type { PrintedDocument } from '../../../shared/documents/printed-document.ts';
import { gateRows } from '../../../shared/gates/all-gates.ts';
import type { GateRow } from '../../../shared/gates/gate.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { openedIn } from '../load.ts';
import { trustIn } from '../people/trust-in.ts';
import { loadSeen } from '../see.ts';
import { personViews } from '../session/person-views.ts';
import { whoMaySign, type Signatory } from '../../../shared/judgment/who-may-sign.ts';
import { trailOf } from '../../../shared/together/trail.ts';
import type { TrailView } from '../../../shared/ipc/trail-views.ts';

/** Answers one of the provider's points. */
function answerAccuracy(
  scope: Scope,
  { draft, ...body }: CallInput<'answerAccuracy'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, () => done(accuracyAnswered.write(body)));
}

/** Lays the report out for the screen, in the order and with the numbers of its documents. */
async function layOutReport(
  scope: Scope,
  { draft }: CallInput<'layOutReport'>,
): Promise<Result<PrintedDocument, CallError>> {
  const laid = await draftDocument(scope, draft, 'report');
  return laid.ok ? done(laid.value.document) : laid;
}

/** What a gate looked at, as this person sees the draft: worked out when it is asked for, and not with every view. */
async function readGateRows(
  scope: Scope,
  { draft, gate }: CallInput<'readGateRows'>,
): Promise<Result<readonly GateRow[], CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  return done(framework === null ? [] : gateRows(gate, seen.state, framework));
}

/** Who could sign, before anybody does, as this person sees the draft. */
async function listSignatories(
  scope: Scope,
  { draft }: CallInput<'listSignatories'>,
): Promise<Result<readonly Signatory[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const names = new Map((await personViews(scope)).map(({ id, card }) => [id, card.name]));
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const name = (person: string): string => names.get(person) ?? 'someone unknown';
  return done(whoMaySign(seen.state, framework, trustIn(opened.value), name));
}

/** The services of finalising: factual accuracy, approving, sealing, reopening. */
export const finalisingServices = {
  layOutReport,
  readGateRows,
  readTrail,
  readRetention,
  eraseDue,
  sendAccuracy,
  exportAccuracy,
  receiveAccuracy,
  saveReturned,
  answerAccuracy,
  approveJudgment,
  listSignatories,
  sealJudgment,
  proposeReopening,
  reopenJudgment,
  withdrawSeal,
  redactCopy,
  exportRedacted,
  exportCertificate,
  requestTimeStamp,
  attachTimeStamp,
};

/** How a draft came about, record by record, as this profile's person may see it. */
async function readTrail(scope: Scope, { draft }: { draft: string }): Promise<Result<TrailView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  return done({ steps: trailOf(seen, adoptedFramework(seen, scope.ports.crypto.sha256)) });
}
