import type { OpenedWorkspace, Scope } from './session.ts';
import { nothingSeen, withDrafts, type SeenWorkspace } from '../../../shared/folder/seen-workspace.ts';
import type { RecordId } from '../../../shared/records/record.ts';

/** What this device remembers of the open workspace; nothing of a file that is only read. */
export async function seenOf({ ports }: Scope, { workspace }: OpenedWorkspace): Promise<SeenWorkspace> {
  return workspace.kind === 'file' ? nothingSeen : ports.workspaceWitness.read(workspace.id);
}

/** Remembers more of the open workspace; nothing of a file that is only read. */
export async function rememberOf(
  { ports }: Scope,
  { workspace }: OpenedWorkspace,
  add: (seen: SeenWorkspace) => SeenWorkspace,
): Promise<void> {
  if (workspace.kind === 'folder') await ports.workspaceWitness.remember(workspace.id, add);
}

/** Remembers drafts that were read, by where they lie and what they are called, as seen today. */
export async function rememberDrafts(
  scope: Scope,
  opened: OpenedWorkspace,
  drafts: Iterable<{ readonly draft: RecordId; readonly folder: string; readonly name: string }>,
): Promise<void> {
  const day = new Date(scope.ports.clock.now()).toISOString().slice(0, 10);
  const seen = new Map([...drafts].map(({ draft, folder, name }) => [draft, { folder, name, day }]));
  await rememberOf(scope, opened, (before) => withDrafts(before, seen));
}
