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

/**
 * Whether a name is one that systems, sync services and network drives give what they keep beside people's files:
 * `.stfolder`, `$RECYCLE.BIN`, `@eaDir`, `#recycle`, `__MACOSX`. No draft's folder begins like that.
 */
export function isServiceFolder(name: string): boolean {
  return /^(?:[.$@#~]|__MACOSX$)/u.test(name);
}
