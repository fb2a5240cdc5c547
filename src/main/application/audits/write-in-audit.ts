import { fromFault, lockedBy, noPerson, nothingChanged, oversized } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { placeIn } from '../session/own-place.ts';
import { RecordChain } from '../session/record-chain.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { forgetBlind } from '../session/blind-drafts.ts';
import { loadAudit, type LoadedAudit } from '../session/load-audit.ts';
import { foldAudit } from '../../../shared/audits/fold-audit.ts';
import { auditPlanned } from '../../../shared/audits/audit-planned.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import { auditBegun } from '../../../shared/audits/audit-begun.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** What a step of an audit is made from. */
export interface Auditing extends LoadedAudit {
  readonly opened: OpenedWorkspace;
  readonly self: { readonly person: PersonId; readonly device: string };
}

/**
 * Writes one record into an audit's own log, and into no draft. What the law of audits would set aside is refused with its
 * reason, and nothing is written.
 */
export function writeInAudit(
  scope: Scope,
  id: string,
  decide: (auditing: Auditing) => Promise<Result<Intent, CallError>> | Result<Intent, CallError>,
): Promise<Result<SavedView, CallError>> {
  return scope.queue(async () => {
    const { keys, windows, lockedBy: holder, crypto } = scope.ports;
    const self = await keys.self();
    if (self === null) return refused(noPerson);
    if (holder !== null) return refused(lockedBy(holder));
    const loaded = await loadAudit(scope, id);
    if (!loaded.ok) return loaded;
    const { audit, folder, own, opened } = loaded.value;
    if (audit.newer) return refused(newerAudit);
    if (!own.every((record) => audit.graph.has(record))) return refused(restsOnMissing);
    const intent = await decide({ ...loaded.value, self });
    if (!intent.ok) return intent;
    const chain = new RecordChain(scope.ports, placeIn(audit.graph, self.person, self.device), 'device');
    const record = await chain.add(intent.value);
    if (chain.isOversized()) return refused(oversized);
    const records = [...audit.graph.entries.map((entry) => entry.record), record];
    const why = foldAudit(id, records, crypto.sha256)?.setAside.get(record.id);
    if (why !== undefined) return refused(nothingChanged(`This cannot be done here: ${why}`));
    const appended = await opened.workspace.appendToAudit(folder, self.device, chain.lines());
    if (!appended.ok) return refused(fromFault(appended.error));
    forgetBlind(opened);
    windows.broadcast({ kind: 'changed', draft: null });
    return done({ record: record.id });
  });
}

/** Begins an audit, whose lead is whoever begins it. */
export function beginAudit(
  scope: Scope,
  plan: CallInput<'beginAudit'>,
): Promise<Result<SavedView, CallError>> {
  return scope.queue(async () => {
    const { keys, windows, random, lockedBy: holder } = scope.ports;
    const self = await keys.self();
    if (self === null) return refused(noPerson);
    if (holder !== null) return refused(lockedBy(holder));
    const opened = openedIn(scope);
    if (!opened.ok) return opened;
    const first = {
      draft: null,
      author: self.person,
      key: self.device,
      seq: 1,
      prev: null,
      heads: [],
      lamport: 1,
    };
    const chain = new RecordChain(scope.ports, first, 'device');
    const begun = await chain.add(auditBegun.write({ nonce: random.hex(16) }));
    await chain.add(auditPlanned.write(plan));
    const folder = begun.id.slice(0, 32);
    const appended = await opened.value.workspace.appendToAudit(folder, self.device, chain.lines());
    if (!appended.ok) return refused(fromFault(appended.error));
    windows.broadcast({ kind: 'changed', draft: null });
    return done({ record: begun.id });
  });
}

const newerAudit: CallError = {
  code: 'newer-version',
  message:
    'A newer version of Plumbline wrote in this audit. Nothing was changed. Install the newer version to go on.',
};

const restsOnMissing: CallError = {
  code: 'damaged',
  message:
    'Your own last records in this audit rest on records of others that are not in the folder at this moment, so nothing was written. Let the folder finish syncing, then try again.',
};
