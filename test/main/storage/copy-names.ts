/** How each service names the copy of a file it could not merge, by the name without its ending. */
export const copyNames: readonly (readonly [service: string, name: (stem: string) => string])[] = [
  ['OneDrive', (stem) => `${stem}-DESKTOP-7Q2K9L1`],
  ['OneDrive, a second time', (stem) => `${stem}-DESKTOP-7Q2K9L1-2`],
  ['OneDrive on a Mac', (stem) => `${stem}-Priya’s MacBook Pro`],
  ['OneDrive, a numbered copy', (stem) => `${stem} 1`],
  ['Dropbox', (stem) => `${stem} (Priya Nair's conflicted copy 2026-10-08)`],
  ['Dropbox, a second one that day', (stem) => `${stem} (DESKTOP-7Q2K9L1's conflicted copy 2026-10-08 1)`],
  ['Dropbox in German', (stem) => `${stem} (In Konflikt stehende Kopie von Priya Nair 2026-10-08)`],
  ['Dropbox in French', (stem) => `${stem} (Copie en conflit de Priya Nair 2026-10-08)`],
  ['Dropbox in Spanish', (stem) => `${stem} (Copia en conflicto de Priya Nair 2026-10-08)`],
  ['Dropbox in Polish', (stem) => `${stem} (kopia powodująca konflikt – Priya Nair 2026-10-08)`],
  ['Dropbox in Japanese', (stem) => `${stem}（Priya Nair の競合コピー 2026-10-08）`],
  ['Dropbox, names that differ by case', (stem) => `${stem} (Case Conflict)`],
  ['Dropbox, Unicode', (stem) => `${stem} (Unicode Encoding Conflict)`],
  ['Dropbox, selective sync', (stem) => `${stem} (Selective Sync Conflict 1)`],
  ['Google Drive', (stem) => `${stem} (1)`],
  ['Google Drive on the web', (stem) => `Copy of ${stem}`],
  ['Google Drive in German', (stem) => `Kopie von ${stem}`],
  ['Google Drive in Welsh', (stem) => `Copi o ${stem}`],
  ['Google Drive, an older client', (stem) => `${stem} [Conflict]`],
  ['Google Backup and Sync', (stem) => `${stem}_conf(1)`],
  ['Nextcloud', (stem) => `${stem} (conflicted copy 2026-10-08 131501)`],
  ['Nextcloud, by user', (stem) => `${stem} (conflicted copy priya 2026-10-08 131501)`],
  ['Nextcloud, names that differ by case', (stem) => `${stem} (case clash from priya)`],
  ['ownCloud', (stem) => `${stem}_conflict-20261008-131501`],
  ['Syncthing', (stem) => `${stem}.sync-conflict-20261008-131501-K7Q2M9L`],
  ['Syncthing, a kept version', (stem) => `${stem}~20261008-131501`],
  ['SMB with Offline Files', (stem) => `${stem} (Priya v1)`],
  ['SMB with Offline Files, by machine', (stem) => `${stem} (DESKTOP-7Q2K9L1 v2)`],
  ['the Windows Explorer', (stem) => `${stem} - Copy (2)`],
  ['the Windows Explorer in German', (stem) => `${stem} – Kopie`],
  ['the Finder', (stem) => `${stem} copy 2`],
];

/** The same for a copy whose mark stands behind the ending. */
export const markedBehind: readonly (readonly [service: string, name: (file: string) => string])[] = [
  ['a browser', (file) => `${file} (1)`],
  ['Syncthing, of a name without an ending', (file) => `${file}.sync-conflict-20261008-131501-K7Q2M9L`],
  ['a service that writes capitals', (file) => file.toUpperCase()],
];

/** What file systems and services leave beside files, none of it a log. */
export const litter: readonly ((file: string) => string)[] = [
  (file) => `._${file}`,
  (file) => `.syncthing.${file}.tmp`,
  (file) => `~$${file}`,
  (file) => `.~lock.${file}#`,
  (file) => `${file}.partial`,
  (file) => `${file}.crdownload`,
  () => '.smbdeleteAAA1b2c3',
  () => '.DS_Store',
  () => 'desktop.ini',
];
