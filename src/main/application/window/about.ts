import { handOut } from '../session/hand-out.ts';
import type { Scope } from '../session/session.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { ManagedView } from '../../../shared/ipc/managed-settings.ts';
import type { AboutView } from '../../../shared/ipc/about-view.ts';

/** What this Plumbline is, and what to send with a question about it. */
export async function about(scope: Scope): Promise<Result<AboutView, CallError>> {
  const built = await scope.ports.resources.built();
  const commit = built?.commit ?? null;
  return done({
    version: scope.ports.version,
    commit,
    notices: built?.notices ?? null,
    account: await account(scope, commit),
  });
}

/** Hands the account out as text, word for word as it was shown. */
export async function exportAccount(scope: Scope): Promise<Result<{ name: string } | null, CallError>> {
  const told = await about(scope);
  if (!told.ok) return told;
  const bytes = new TextEncoder().encode(`${told.value.account.join('\n')}\n`);
  return handOut(scope, 'plumbline-support.txt', bytes);
}

/** How much an organisation has set, without its folders. */
function settled(managed: ManagedView | null): string {
  if (managed === null) return 'nothing';
  if (managed.problem !== null) return 'a file that does not hold';
  const folders = managed.workspaceFolders?.length ?? 0;
  return [...managed.set, ...(folders === 0 ? [] : [`where workspaces lie (${folders})`])].join(', ');
}

/** Versions, settings and counts. Nothing in it names a person, a place, a draft or a folder. */
async function account({ ports, session }: Scope, commit: string | null): Promise<readonly string[]> {
  const { theme, density, textSize, proseSize, dates, singleKeys, recents, backedUp } = ports.settings.read();
  const open = session.opened === null ? null : await session.opened.workspace.listDraftFolders();
  const counted =
    open === null
      ? 'None is open'
      : open.ok
        ? `${open.value.length} ${open.value.length === 1 ? 'draft' : 'drafts'}`
        : `Not read: ${open.error.code}`;
  return [
    `Plumbline ${ports.version}, commit ${commit ?? 'not known'}`,
    ...ports.runsOn(),
    `Preferences: ${theme} theme, ${density}, text ${textSize}, prose ${proseSize}, dates ${dates}, single keys ${singleKeys ? 'on' : 'off'}`,
    `Set by the organisation: ${settled(ports.managed)}`,
    `Key: protected by ${ports.keys.protection() === 'system' ? 'the system' : 'its file’s rights'}, backup ${backedUp === null ? 'not made' : 'made'}`,
    `Profile: ${ports.lockedBy === null ? 'its own' : 'open elsewhere, read only'}; ${recents.length} workspaces known`,
    `Workspace: ${counted}`,
  ];
}
