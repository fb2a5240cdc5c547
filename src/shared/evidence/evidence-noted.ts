import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { notedParts } from './noted-fields.ts';

/** One contemporaneous evidence note; immutable. What it says beside its text can be corrected by a further record. */
export const evidenceNotedBody = z.strictObject({
  /** Prefix of the kind and a number, as its author counted: "CT-014". */
  code: z.string().regex(/^[A-Z]{2}-\d{3,6}$/),
  ...notedParts,
  text: z.string().min(1).max(100_000),
  /** The import and the row it was made from. */
  from: z.strictObject({ import: recordIdSchema, row: z.int().min(1) }).optional(),
});

export const evidenceNoted = defineEvent({
  type: 'evidence.noted',
  noun: ['note', 'notes'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'evidence',
  leavable: true,
  trail: 'evidence',
  isContribution: true,
  notice: ['added an evidence note', 'added % evidence notes'],
  body: evidenceNotedBody,
  words: ['source', 'text'],
  may: writers,
  names: (body) => (body.from === undefined ? [] : [body.from.import]),
  describe: (body) => `noted evidence ${body.code}`,
});
