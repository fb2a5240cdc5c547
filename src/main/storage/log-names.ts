const copying =
  /^(?:\._|~\$|\.~|\.syncthing\.|~syncthing~|\.fuse_hidden|\.nfs|\.smbdelete)|\.(?:tmp|temp|part|partial|crdownload|next)$|\.torn-/i;
const promised = /\.jsonl\.(?:nextcloud|owncloud|icloud)$/i;

/**
 * What a file in a draft's folder is: a log or a copy of one, whatever a sync service made of its name; the promise
 * of a log that is not on this computer yet; or nothing of ours (half-copied files, a file system's own).
 */
export function logNameKind(name: string): 'log' | 'promised' | 'other' {
  if (copying.test(name)) return 'other';
  if (promised.test(name)) return 'promised';
  return /\.jsonl/i.test(name) ? 'log' : 'other';
}

/** Whether a folder under drafts/ is a sync service's own: its name begins with a full stop. */
export function isServiceFolder(name: string): boolean {
  return name.startsWith('.') || name.startsWith('$');
}
