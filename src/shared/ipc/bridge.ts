import type { Calls } from './contract.ts';
import type { FileGrant } from './grant.ts';
import type { HostEvent } from './host-event.ts';

/** What every host puts on `window.plumbline`, frozen: the calls and these five. */
export interface Bridge extends Calls {
  /** Hears what main tells; returns a function that stops hearing. */
  onHostEvent(listener: (event: HostEvent) => void): () => void;
  /** Turns files a person picked or dropped into grants, 100 MB at most each; their bytes cross, never their paths. */
  takeFiles(files: readonly File[]): Promise<readonly FileGrant[]>;
  /** Lists folders for the window's own picker (hosts without native dialogs); `at` null lists where to begin. */
  browseFolders(at: string | null): Promise<FolderListing>;
  /** Makes a folder in one that was listed and lists it; where it cannot be made, lists the one above and says why. */
  makeFolder(at: string, name: string): Promise<FolderListing>;
  /** Answers a `folder-asked` or `files-asked` event: a grant from `browseFolders`/`takeFiles`, or null. */
  answerQuestion(question: string, answer: { grants: readonly string[] } | null): Promise<null>;
}

/** One folder as the window's own picker shows it. */
export interface FolderListing {
  readonly here: { readonly grant: string; readonly name: string } | null;
  /** From the root down to `here`, without it. */
  readonly above: readonly { readonly grant: string; readonly name: string }[];
  readonly folders: readonly { readonly grant: string; readonly name: string; readonly workspace: boolean }[];
  /** Why a folder could not be made; null where nothing was refused. */
  readonly problem: string | null;
}

declare global {
  interface Window {
    readonly plumbline: Bridge;
  }
}
