import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { createRouter, Sender } from '../router.ts';
import { isTrustedFrame } from './navigation-policy.ts';
import type { FileGrant } from '../../../shared/ipc/grant.ts';

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  const facts = frame === null ? null : { url: frame.url, parent: frame.parent };
  return { window: String(event.sender.id), trusted: isTrustedFrame(facts) };
}

/** Hands calls from windows to the router, each with who sent it; a dropped file's path becomes a grant here. */
export function handleCalls(
  route: ReturnType<typeof createRouter>,
  grantFile: (path: string) => Promise<FileGrant>,
): void {
  ipcMain.handle('plumbline:call', (event, channel: unknown, input: unknown) =>
    route(senderOf(event), typeof channel === 'string' ? channel : '', input),
  );
  ipcMain.handle('plumbline:dropped', async (event, path: unknown) => {
    if (!senderOf(event).trusted || typeof path !== 'string' || path === '') throw new Error('refused');
    return (await grantFile(path)).grant;
  });
}
