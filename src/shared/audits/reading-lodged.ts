import { z } from 'zod';
import { packetTextLengths } from '../lodging/packet.ts';
import { defineEvent } from '../records/define-event.ts';
import { keySchema, recordIdSchema } from '../values/body-parts.ts';

/** What a reader has before them: the evidence alone, then the narrative with every grade masked. */
export const readingStageSchema = z.enum(['evidence', 'narrative']);
export type ReadingStage = z.infer<typeof readingStageSchema>;

/**
 * A reader's grades of one judgment at one stage, unreadable until they open them: HPKE (RFC 9180) base mode to a key of this
 * reading alone, info "plumbline/audit-reading/1", associated data the canonical form of [audit, frame, seal, stage, author].
 */
const readingLodgedBody = z.strictObject({
  frame: recordIdSchema,
  seal: recordIdSchema,
  stage: readingStageSchema,
  /** Whether the reader knew a grade that was published of it: what they grade then is no blind reading. */
  known: z.boolean(),
  publicKey: keySchema,
  enc: z.base64().length(44),
  ct: z.base64().refine((text) => packetTextLengths.includes(text.length), {
    message: 'a packet has one of two sizes',
  }),
});

export const readingLodged = defineEvent({
  type: 'reading.lodged',
  noun: ['lodged reading', 'lodged readings'],
  body: readingLodgedBody,
  names: ({ frame }) => [frame],
  describe: ({ stage }) => `lodged grades on the ${stage}`,
});
