import { contextBridge, ipcRenderer } from 'electron';
import { makeCalls } from './make-calls.ts';
import type { Bridge, FolderListing } from '../shared/ipc/bridge.ts';
import { isFileGrant, mostFileBytes, type FileGrant } from '../shared/ipc/grant.ts';
import type { HostEvent } from '../shared/ipc/host-event.ts';

const nowhere: FolderListing = { here: null, above: [], folders: [], problem: null };

/** Hands a file's bytes over, and never where it lies. */
async function grantOf(file: File): Promise<FileGrant> {
  if (file.size > mostFileBytes) throw new TypeError('The file is larger than 100 MB.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const grant: unknown = await ipcRenderer.invoke('plumbline:file', file.name, bytes);
  if (!isFileGrant(grant)) throw new TypeError('The file could not be taken.');
  return grant;
}

const bridge: Bridge = {
  ...makeCalls((channel, input) => ipcRenderer.invoke('plumbline:call', channel, input)),
  onHostEvent: (listener) => {
    const hear = (_event: unknown, said: HostEvent): void => listener(said);
    ipcRenderer.on('plumbline:event', hear);
    return () => {
      ipcRenderer.removeListener('plumbline:event', hear);
    };
  },
  takeFiles: async (files) => {
    // One after the other: each is whole in memory while it crosses.
    const grants: FileGrant[] = [];
    for (const file of files) grants.push(await grantOf(file));
    return grants;
  },
  browseFolders: () => Promise.resolve(nowhere),
  makeFolder: () => Promise.resolve(nowhere),
  answerQuestion: () => Promise.resolve(null),
};

contextBridge.exposeInMainWorld('plumbline', bridge);
