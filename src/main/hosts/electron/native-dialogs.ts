import { chmod, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import type { Dialogs } from '../../ports/ports.ts';
import type { StorageFault } from '../../ports/storage-ports.ts';
import { done, refused } from '../../../shared/result.ts';
import type { FileGrant, FolderGrant } from '../../../shared/ipc/grant.ts';

/** What native dialogs need of grants. */
interface NativeGrants {
  grantFolder(path: string): FolderGrant;
  grantFile(path: string): Promise<FileGrant>;
}

const filters = {
  reports: [{ name: 'Reports', extensions: ['docx', 'pdf', 'txt'] }],
  evidence: [{ name: 'Evidence', extensions: ['csv', 'xlsx', 'docx', 'txt'] }],
  attachments: [],
  logo: [{ name: 'Pictures', extensions: ['png'] }],
  cards: [{ name: 'Cards', extensions: ['card', 'txt'] }],
  invitation: [{ name: 'Invitation', extensions: ['invitation', 'txt'] }],
  records: [{ name: 'Records and cards', extensions: ['judgment', 'card'] }],
  'key-backup': [{ name: 'Key backup', extensions: ['json'] }],
};

/** Dialogs of the operating system; what people choose becomes grants. */
export function nativeDialogs(grants: NativeGrants, fault: (error: unknown) => StorageFault): Dialogs {
  return {
    chooseFolder: async (_window, purpose) => {
      const { filePaths } = await dialog.showOpenDialog({
        title:
          purpose === 'open-workspace'
            ? 'Choose the folder of the workspace'
            : 'Choose a folder for the new workspace',
        properties: ['openDirectory', 'createDirectory'],
      });
      const path = filePaths[0];
      return path === undefined ? null : grants.grantFolder(path);
    },
    chooseFiles: async (_window, purpose) => {
      const { filePaths } = await dialog.showOpenDialog({
        filters: filters[purpose],
        properties: ['reports', 'attachments', 'cards'].includes(purpose)
          ? ['openFile', 'multiSelections']
          : ['openFile'],
      });
      return Promise.all(filePaths.map((path) => grants.grantFile(path)));
    },
    saveFile: async (_window, name, bytes, secret = false) => {
      const { filePath } = await dialog.showSaveDialog({ defaultPath: name });
      if (filePath === '') return done(null);
      try {
        await writeFile(filePath, bytes, secret ? { mode: 0o600 } : {});
        // The mode is of a new file alone; one that was there keeps its own.
        if (secret) await chmod(filePath, 0o600);
        return done({ name: basename(filePath) });
      } catch (error) {
        return refused(fault(error));
      }
    },
  };
}
