import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A copy of a sealed judgment was made with words taken out: for whom, what was taken out and why, and what is left. */
export const copyRedactedBody = z.strictObject({
  seal: recordIdSchema,
  purpose: z.enum(['publication', 'disclosure']),
  /** To whom, or where it is published. */
  recipient: z.string().trim().min(1).max(300),
  /** Words taken out of a passage: how many, and why; not which. */
  taken: z
    .array(
      z.strictObject({
        field: z.string().max(300),
        /** 0 for the first word. */
        from: z.int().min(0),
        words: z.int().min(1),
        reason: saidSchema,
      }),
    )
    .max(5000),
  /** sha256 of the lines of the copy that hold the words left in, joined by line feeds. */
  disclosed: z.string().regex(/^[0-9a-f]{64}$/),
});

export const copyRedacted = defineEvent({
  type: 'copy.redacted',
  noun: ['redacted copy', 'redacted copies'],
  notice: ['made a redacted copy', 'made % redacted copies'],
  whileSealed: true,
  keptInRedactedCopy: true,
  speaksOfSeal: true,
  trail: 'finalising',
  body: copyRedactedBody,
  words: ['recipient', 'taken[].reason'],
  may: leads,
  names: (body) => [body.seal],
  describe: (body) =>
    `made a redacted copy for ${body.purpose} (${body.recipient}): ${body.taken.reduce((sum, one) => sum + one.words, 0)} words taken out`,
});
