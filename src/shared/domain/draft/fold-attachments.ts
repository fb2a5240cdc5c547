import { attachmentAdded } from '../events/attachment-added.ts';
import type { NoteAttachment } from '../evidence/note-attachment.ts';
import type { GraphRecord } from './record-graph.ts';

/** The attachments of each note, in fold order; erased ones are gone. */
export function attachmentsByNote(
  counted: readonly GraphRecord[],
): ReadonlyMap<string, readonly NoteAttachment[]> {
  const found = new Map<string, NoteAttachment[]>();
  for (const { record } of counted) {
    if (record.type !== attachmentAdded.type || record.words === undefined) continue;
    const body = attachmentAdded.in(record);
    if (body === undefined) continue;
    const { note, ...file } = body;
    const here = found.get(note) ?? [];
    here.push({ ...file, id: record.id, author: record.author, at: record.at });
    found.set(note, here);
  }
  return found;
}
