import type { PersonId, RecordId } from '../records/record.ts';

/** A file kept with an evidence note, known by the hash of what it holds. */
export interface NoteAttachment {
  /** The record that added it. */
  readonly id: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** Lower-case hex of the file's bytes; its name in the draft's folder attachments/. */
  readonly sha256: string;
  /** What it was called where it came from. */
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
}
