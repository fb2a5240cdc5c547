import type { NoteAttachment } from '../../shared/evidence/note-attachment.ts';

/** What can be done with a note beside linking it; each opens its own dialog or takes the files given. */
export interface NoteActions {
  readonly add: (note: string) => void;
  readonly erase: (note: string) => void;
  /** With no files, asks for them. */
  readonly attach: (note: string, files?: readonly File[]) => void;
  readonly show: (note: string, file: NoteAttachment) => void;
}
