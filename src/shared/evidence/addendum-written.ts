import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** A later addition to an evidence note, marked as such; the note itself never changes. */
const addendumWrittenBody = z.strictObject({
  note: recordIdSchema,
  text: z.string().trim().min(1).max(100_000),
});

export const addendumWritten = defineEvent({
  type: 'addendum.written',
  noun: ['addition to a note', 'additions to notes'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'evidence',
  leavable: true,
  trail: 'evidence',
  notice: ['added to an evidence note', 'added to evidence notes % times'],
  body: addendumWrittenBody,
  words: ['text'],
  may: writers,
  names: (body) => [body.note],
  describe: () => 'added to an evidence note',
});
