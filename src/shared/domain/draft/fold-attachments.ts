import { attachmentAddedBody } from '../events/attachment-added.ts';
import type { NoteAttachment } from '../evidence/note-attachment.ts';
import type { Erasings } from './open-values.ts';
import type { GraphRecord } from './record-graph.ts';

/** The attachments of each note, in fold order; erased ones are gone. */
export function attachmentsByNote(
  counted: readonly GraphRecord[],
  erasings: Erasings,
): ReadonlyMap<string, readonly NoteAttachment[]> {
  const found = new Map<string, NoteAttachment[]>();
  for (const { record } of counted) {
    if (record.type !== 'attachment.added' || erasings.has(record.id)) continue;
    const body = attachmentAddedBody.safeParse(record.body).data;
    if (body === undefined) continue;
    const { note, ...file } = body;
    const here = found.get(note) ?? [];
    here.push({ ...file, id: record.id, author: record.author, at: record.at });
    found.set(note, here);
  }
  return found;
}
