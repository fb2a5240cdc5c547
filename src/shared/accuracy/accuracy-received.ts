import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { approvers } from '../records/define-event.ts';
import { count } from '../words.ts';

/** The provider's comments came back, each a point to be answered. No points: they had nothing to say. */
const accuracyReceivedBody = z.strictObject({
  sent: recordIdSchema,
  points: z
    .array(
      z.strictObject({
        /** The paragraph's number as sent; null where they named none. */
        paragraph: z.int().min(1).max(5000).nullable(),
        comment: z.string().trim().min(1).max(20_000),
        evidence: z.string().max(20_000),
      }),
    )
    .max(2000),
  /** What of the file is no point, kept word for word, with why. */
  odd: z
    .array(z.strictObject({ row: z.int().min(0), text: z.string().max(20_000), why: z.string().max(300) }))
    .max(2000),
  /** What they sent. With `bytes`, how large it is, it lies among the draft's attachments as it came. */
  file: z
    .strictObject({
      name: z.string().max(300),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.int().min(0).optional(),
    })
    .nullable(),
});

export const accuracyReceived = defineEvent({
  type: 'accuracy.received',
  noun: ['set of the provider’s comments', 'sets of the provider’s comments'],
  notice: ['recorded the provider’s comments', 'recorded the provider’s comments'],
  reachesBack: false,
  erasable: 'provider-comments',
  trail: 'finalising',
  isStep: true,
  body: accuracyReceivedBody,
  words: ['points[].comment', 'points[].evidence', 'odd[].text', 'odd[].why', 'file.name'],
  may: approvers,
  names: (body) => [body.sent],
  describe: (body) =>
    body.points.length === 0
      ? body.file === null
        ? 'recorded that the provider had no comments'
        : 'imported a file of the provider with no new comment'
      : `imported ${count(body.points.length, 'comment')} of the provider`,
});
