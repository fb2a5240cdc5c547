import { fromFault, noWorkspace } from './call-errors.ts';
import { loadPeople } from './load-people.ts';
import { readManyLogLines } from './read-lines.ts';
import type { OpenedWorkspace, Scope } from './session.ts';
import { foldAudit, type Audit } from '../../../shared/audits/fold-audit.ts';
import { certifiedRecords } from '../../../shared/people/certified-records.ts';
import { logOf } from '../../../shared/records/log-tips.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** An audit with the folder that it lies in, and this device's records in it, whether they fold or not. */
export interface LoadedAudit {
  readonly folder: string;
  readonly audit: Audit;
  readonly own: readonly string[];
}

/** Every audit of a workspace that can be put together, from its files as they are now. */
export async function loadAudits(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<Result<readonly LoadedAudit[], CallError>> {
  const people = await loadPeople(scope, opened);
  if (!people.ok) return people;
  const folders = await opened.workspace.listAudits();
  if (!folders.ok) return refused(fromFault(folders.error));
  const self = await scope.ports.keys.self();
  const found: LoadedAudit[] = [];
  for (const folder of folders.value) {
    const lines = await opened.workspace.readAudit(folder);
    if (!lines.ok) return refused(fromFault(lines.error));
    const before = opened.unjudged?.audits?.lines.get(folder);
    const read = await readManyLogLines(lines.value, scope.ports.crypto, before);
    const { records, all } = certifiedRecords(
      read.map(({ checked }) => checked),
      opened.people.people,
    );
    for (const [id, own] of Map.groupBy(records.values(), logOf)) {
      const audit = foldAudit(id, own, scope.ports.crypto.sha256);
      const mine = [...all.values()].filter((record) => logOf(record) === id && record.key === self?.device);
      if (audit !== null) found.push({ folder, audit, own: mine.map((record) => record.id) });
    }
  }
  return done(found);
}

/** The audit with this id in the open workspace. */
export async function loadAudit(
  scope: Scope,
  id: string,
): Promise<Result<LoadedAudit & { readonly opened: OpenedWorkspace }, CallError>> {
  const { opened } = scope.session;
  if (opened === null) return refused(noWorkspace);
  const loaded = await loadAudits(scope, opened);
  if (!loaded.ok) return loaded;
  const found = loaded.value.find(({ audit }) => audit.id === id);
  return found === undefined ? refused(noAudit) : done({ ...found, opened });
}

const noAudit: CallError = {
  code: 'not-found',
  message:
    'This audit is not in the workspace now, or its first record is missing. Nothing was changed. Let the folder finish syncing, then try again.',
};
