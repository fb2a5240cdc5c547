import type { FolderState } from '../folder/folder-state-words.ts';

/** The shared folder as the title bar and its dialog show it. */
export interface FolderView {
  readonly states: readonly FolderState[];
  readonly events: boolean;
  readonly everySeconds: number;
  /** What others did since this window follows the folder, the latest first, at most twenty. */
  readonly arrivals: readonly FolderArrival[];
  /** Who else is writing in which area, as far as the folder carries it. */
  readonly writing: readonly WriterView[];
}

/** Somebody who is writing in an area now, as their computer claims. */
export interface WriterView {
  readonly person: string;
  readonly draft: string;
  readonly area: string;
}

/** One thing that somebody did and that arrived. */
export interface FolderArrival {
  readonly draft: string;
  /** "Priya Nair saved revision 4 of Northbrook". */
  readonly sentence: string;
  /** ISO time at which it was written, as its author's clock claims. */
  readonly at: string;
  /** ISO time at which it arrived here. */
  readonly arrived: string;
}

/** How many records by others a person has not looked at. */
export interface UnreadDraft {
  readonly draft: string;
  readonly unread: number;
}

/** A draft that was here and whose folder is gone: when it was seen last, and who may say that it was taken out on purpose. */
export interface MissingView {
  readonly draft: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What the administrators of the workspace are called. */
  readonly administrators: readonly string[];
  /** Whether this profile's person is one of them. */
  readonly isAdministrator: boolean;
}
