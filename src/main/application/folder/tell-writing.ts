import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { presencePace, type Presence } from '../../../shared/folder/presence.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/**
 * Says in the shared folder in which area this person writes, at most once in half a minute for one area. It answers
 * before anything is written, waits for no other write and holds none up; where it cannot be written nobody is told.
 */
export async function tellWriting(
  scope: Scope,
  { draft, area }: CallInput<'tellWriting'>,
): Promise<Result<null, CallError>> {
  const { opened } = scope.session;
  const { clock, keys, lockedBy, settings } = scope.ports;
  const self = await keys.self();
  const quiet =
    lockedBy !== null || opened?.readOnly === true || (area !== null && !settings.read().presence);
  if (opened === null || self === null || quiet) return done(null);
  const last = opened.toldPresence;
  // Nobody was told that this person writes: nobody needs to hear that they stopped.
  if (area === null && last?.area == null) return done(null);
  const now = clock.now();
  const isSame = last?.draft === draft && last.area === area;
  if (isSame && now - last.beat >= 0 && now - last.beat < presencePace) return done(null);
  const said: Presence = { v: 1, person: self.person, draft, area, beat: now };
  opened.toldPresence = said;
  opened.tellingPresence ??= writeLatest(opened, self.device).finally(() => {
    delete opened.tellingPresence;
  });
  return done(null);
}

/** Writes what is to be told, and again where it changed meanwhile: on a slow folder no writes pile up. */
async function writeLatest(opened: OpenedWorkspace, device: string): Promise<void> {
  for (let written: Presence | undefined; written !== opened.toldPresence;) {
    written = opened.toldPresence;
    const bytes = new TextEncoder().encode(JSON.stringify(written));
    await opened.workspace.shared('presence').put(`${device}.json`, bytes);
  }
}
