import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { handedOver } from '../handed-over.ts';
import type { createRouter, Sender } from '../router.ts';
import { isTrustedFrame } from './window-policy.ts';
import type { FileGrant } from '../../../shared/ipc/grant.ts';

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  const facts = frame === null ? null : { url: frame.url, parent: frame.parent };
  return { window: String(event.sender.id), trusted: isTrustedFrame(facts) };
}

/**
 * Hands calls from windows to the router, each with who sent it. A file that a person dropped comes as its bytes, as in
 * the browser: a page gone wrong that could name a path could read every file of its user.
 */
export function handleCalls(
  route: ReturnType<typeof createRouter>,
  grantBytes: (name: string, content: Uint8Array) => FileGrant,
): void {
  ipcMain.handle('plumbline:call', (event, channel: unknown, input: unknown) =>
    route(senderOf(event), typeof channel === 'string' ? channel : '', input),
  );
  ipcMain.handle('plumbline:file', (event, name: unknown, content: unknown) => {
    const file = senderOf(event).trusted ? handedOver(name, content) : null;
    if (file === null) throw new Error('refused');
    return grantBytes(file.name, file.bytes);
  });
}
