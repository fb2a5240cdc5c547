import type { Contradiction } from '../../shared/coverage/contradictions.ts';
import type { NoteAttachment } from '../../shared/evidence/note-attachment.ts';

/** What can be done with a note beside linking it; each opens its own dialog or takes the files given. */
export interface NoteActions {
  readonly add: (note: string) => void;
  /** Corrects its kind, source, time or direction. */
  readonly correct: (note: string) => void;
  /** Links it to other criteria, of any area, or takes it from them. */
  readonly linkElsewhere: (note: string) => void;
  readonly erase: (note: string) => void;
  /** With no files, asks for them. */
  readonly attach: (note: string, files?: readonly File[]) => void;
  /** Asks why a pair is no contradiction. */
  readonly settle: (pair: Contradiction) => void;
  readonly show: (note: string, file: NoteAttachment) => void;
}
