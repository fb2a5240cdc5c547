import { fromFault, noPerson } from '../session/call-errors.ts';
import { extendOwnLog, shareOwnLog } from '../session/extend-own-log.ts';
import { loadFolder, openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { ownPerson } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { loadUnjudged } from '../workspace/load-unjudged-logs.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import { deviceRevoked } from '../../../shared/people/device-revoked.ts';
import { unjudgedPlaces } from '../../../shared/workspace/verify-unjudged-logs.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/**
 * Revokes a device of one's own and says how far it had written in every draft of the open workspace, and in its own log: what it writes
 * after that is set aside everywhere, whatever its clock says. What it wrote before stands.
 */
export async function revokeDevice(
  scope: Scope,
  { device, reason }: CallInput<'revokeDevice'>,
): Promise<Result<null, CallError>> {
  const shared = await shareOwnLog(scope);
  if (!shared.ok) return shared;
  const self = await ownPerson(scope);
  const keys = await scope.ports.keys.self();
  if (self === null || keys === null) return refused(noPerson);
  if (device === keys.device || !self.devices.some(({ key }) => key === device)) return refused(notAnother);
  const known = await lastOf(scope, device);
  if (!known.ok) return known;
  const written = await extendOwnLog(scope, deviceRevoked.write({ device, reason, known: known.value }));
  if (written.ok) scope.ports.windows.broadcast({ kind: 'changed', draft: null });
  return written;
}

/** So many logs are told of at most: they stand in one line, which has 1 MiB. */
const mostTold = 10_000;

/** The number of the last record of a device in every draft, or other log: of all that it wrote, hidden from its person or not. */
async function lastOf(
  scope: Scope,
  device: string,
): Promise<Result<{ readonly draft: string; readonly seq: number }[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  // The device's records are known by its certificate, which may have come after the drafts were last read.
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const folders = await opened.value.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  const last: { readonly draft: string; readonly seq: number }[] = [];
  for (const folder of folders.value) {
    const loaded = await loadFolder(scope, opened.value, folder);
    const folded = loaded.ok ? loaded.value?.verified.folded : null;
    if (folded == null) continue;
    last.push({ draft: folded.graph.draft, seq: lastIn(folded.graph, device) });
  }
  // In the workspace's own log too: an administrator's lost device decides nothing in it any more.
  const log = opened.value.workspaceLog.folded?.graph;
  if (log !== undefined) last.push({ draft: log.draft, seq: lastIn(log, device) });
  // And in audits and the programme, whatever this version knows of them: later ones judge what stands there by it. Those
  // that the device wrote in come first: whoever begins thousands of them keeps nobody from reporting a device lost.
  const others: typeof last = [];
  for (const place of unjudgedPlaces) {
    const logs = await loadUnjudged(scope, opened.value, place);
    for (const [draft, ends] of logs.last) others.push({ draft, seq: ends.get(device) ?? 0 });
  }
  last.push(...others.toSorted((a, b) => b.seq - a.seq));
  return done(last.slice(0, mostTold));
}

function lastIn({ entries }: RecordGraph, device: string): number {
  return entries.reduce((last, { record }) => (record.key === device ? Math.max(last, record.seq) : last), 0);
}

const notAnother: CallError = {
  code: 'not-allowed',
  message:
    'Only another device of your own can be revoked here, not the one you are using. Nothing was changed. Use another computer of yours, or restore your key backup on one.',
};
