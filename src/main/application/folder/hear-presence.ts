import { ownPerson } from '../session/person-views.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { hearPresence, readPresence, writingNow } from '../../../shared/folder/presence.ts';
import type { WriterView } from '../../../shared/ipc/folder-views.ts';

/** Reads what others say of their presence; where the folder does not give it, what was known stays until it expires. */
export async function readPresences({ ports }: Scope, opened: OpenedWorkspace): Promise<void> {
  const files = await opened.workspace.shared('presence').list();
  if (!files.ok) return;
  const decoder = new TextDecoder();
  const found = files.value.flatMap(({ name, bytes }) => readPresence(name, decoder.decode(bytes)) ?? []);
  opened.presence = hearPresence(opened.presence ?? null, found, ports.clock.now());
}

/** Who else is writing where, of the people of this workspace: a claim in a name that nobody here has is passed over. */
export async function othersWriting(
  scope: Scope,
  { people, presence }: OpenedWorkspace,
): Promise<readonly WriterView[]> {
  const self = await ownPerson(scope);
  const known = new Set(people.people.map(({ id }) => id).filter((id) => id !== self?.id));
  return writingNow(presence ?? new Map(), scope.ports.clock.now()).filter(({ person }) => known.has(person));
}
