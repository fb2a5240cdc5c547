import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';

/** A file of evidence that notes were made from; the notes name this record and their row. */
const evidenceImportedBody = z.strictObject({
  file: z.string().min(1).max(300),
  /** sha256 of the file's bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().min(1).max(200_000),
  /** How many records after this one, of the same key, the import wrote: notes and their links. */
  records: z.int().min(1).max(400_000),
});

export const evidenceImported = defineEvent({
  type: 'evidence.imported',
  noun: ['import of evidence', 'imports of evidence'],
  reachesBack: false,
  trail: 'evidence',
  notice: ['imported evidence', 'imported evidence'],
  body: evidenceImportedBody,
  words: ['file'],
  may: writers,
  describe: (body) => `imported evidence from ${body.file}`,
});
