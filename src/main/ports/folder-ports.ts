/** One thing that changed in a watched workspace. */
export type FolderChange =
  | { readonly kind: 'draft'; readonly folder: string }
  /** Cards, device keys or revocations of people. */
  | { readonly kind: 'people' }
  /** The workspace's own log. */
  | { readonly kind: 'workspace' }
  /** The logs of audits, or of the programme. */
  | { readonly kind: 'audits' | 'programme' }
  | { readonly kind: 'presence' }
  /** Whether the file system tells of changes is known now. */
  | { readonly kind: 'watched' }
  /** The folder is out of reach, or is there again. */
  | { readonly kind: 'away' }
  | { readonly kind: 'back' };

/** A workspace that is watched until it is told to stop. */
export interface FolderWatch {
  /** Whether the file system tells of changes by itself, and how often the folder is looked at besides, in seconds. */
  readonly how: () => { readonly events: boolean; readonly everySeconds: number };
  readonly isAway: () => boolean;
  /** Watches one draft's folder closely, where there are too many for all. */
  readonly attend: (folder: string) => void;
  /** Looks at the whole folder now. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Which records of every key this person has seen, by draft: how many of each, in the profile and never in the folder. */
export interface ReadMarks {
  /** Null where this workspace was never looked at with marks. */
  read(workspace: string): Promise<SeenDrafts | null>;
  write(workspace: string, seen: SeenDrafts): Promise<void>;
}

/** By draft and device key, how many of that key's records were seen. */
type SeenDrafts = Readonly<Record<string, Readonly<Record<string, number>>>>;
