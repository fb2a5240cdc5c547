import { statfs } from 'node:fs/promises';

/** Kinds of file system, by the numbers Linux gives them, on which another machine's changes send no events here. */
const silent = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x65735546, // FUSE: sshfs, rclone, Google Drive for Linux
  0x01021997, // 9P: a Windows drive in WSL
  0x786f4256, // VirtualBox
  0x5346414f, // AFS
]);

/** Whether the file system under a folder can be trusted to tell of changes that other machines make. */
export async function tellsOfChanges(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return !folder.startsWith('\\\\');
  if (process.platform !== 'linux') return true;
  try {
    return !silent.has((await statfs(folder)).type);
  } catch {
    return false;
  }
}
