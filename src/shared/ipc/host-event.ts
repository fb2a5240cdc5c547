import type { DraftRow } from './views.ts';
import type { FolderArrival } from './folder-views.ts';

/** What files are asked for. */
export const filePurposes = [
  'reports',
  'evidence',
  'attachments',
  'logo',
  'key-backup',
  'records',
  'cards',
  'invitation',
] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** Long work that a window asks for: it says how far it is, and the window can stop it. */
export const jobNames = [
  'agreement',
  'export',
  'import',
  'import-evidence',
  'index',
  'list',
  'read-evidence',
  'verify',
] as const;
/** The name under which such work is heard of and stopped. */
export type JobName = (typeof jobNames)[number];

/** The program behind a window: connected, ended, or ended with another that answers at its address. */
export type HostState = 'connected' | 'ended' | 'foreign';

/** What main tells a window without being asked. */
export type HostEvent =
  /** A draft or the list changed on disk or by this window. */
  | { readonly kind: 'changed'; readonly draft: string | null }
  /** How far a job is, in its own units; `finished` once it has ended, however it ended. */
  | {
      readonly kind: 'progress';
      readonly job: JobName;
      readonly done: number;
      readonly total: number;
      /** How far it is, in words; '' once it has ended. */
      readonly message: string;
      readonly finished: boolean;
    }
  /** Lines of the list that were verified while the whole of it is still under way. */
  | { readonly kind: 'rows'; readonly rows: readonly DraftRow[] }
  /** A host without native dialogs asks the window to show its own folder picker; answer with `answerFolder`. */
  | {
      readonly kind: 'folder-asked';
      readonly question: string;
      readonly purpose: 'open-workspace' | 'create-workspace';
    }
  /** Likewise for files: take them with `takeFiles`, answer with `answerFiles`. */
  | { readonly kind: 'files-asked'; readonly question: string; readonly purpose: FilePurpose }
  /** Somebody did something, and it arrived. */
  | ({ readonly kind: 'arrived' } & FolderArrival)
  /** The state of the shared folder may be another. */
  | { readonly kind: 'folder' }
  /** Whether the program behind this window is there. The bridge of a window that can outlive it tells this itself. */
  | { readonly kind: 'host'; readonly state: HostState }
  /** A window that was away is connected again, and what it had open is open again as far as it could be. */
  | { readonly kind: 'returned' }
  /** The system gave Plumbline files to open: take them with `openedFiles`. */
  | { readonly kind: 'files-opened' }
  /** Somebody else used this window's one-time link. */
  | { readonly kind: 'link-used-elsewhere' };
