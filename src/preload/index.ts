import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { makeCalls } from './make-calls.ts';
import type { Bridge, FolderListing } from '../shared/ipc/bridge.ts';
import type { FileGrant } from '../shared/ipc/grant.ts';
import type { HostEvent } from '../shared/ipc/host-event.ts';

const nowhere: FolderListing = { here: null, above: [], folders: [], problem: null };

async function grantOf(file: File): Promise<FileGrant> {
  const grant: unknown = await ipcRenderer.invoke('plumbline:dropped', webUtils.getPathForFile(file));
  if (typeof grant !== 'string') throw new TypeError('the file could not be taken');
  return { grant, name: file.name, bytes: file.size };
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
  takeFiles: (files) => Promise.all(files.map(grantOf)),
  browseFolders: () => Promise.resolve(nowhere),
  makeFolder: () => Promise.resolve(nowhere),
  answerQuestion: () => Promise.resolve(null),
};

contextBridge.exposeInMainWorld('plumbline', bridge);
