import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { keySchema, recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A holder reveals: the round's private half in the open, and which lodged grades count. */
export const roundClosedBody = z.strictObject({
  round: recordIdSchema,
  /** X25519, raw: opens every packet of the round, for anybody. */
  privateKey: keySchema,
  /** The lodgings that count, each an ancestor. */
  counted: z.array(recordIdSchema).max(1000),
  /** Why it is revealed before all have answered, or below the quorum; null where nothing is to be said. */
  reason: saidSchema.nullable(),
});

export type RoundClosedBody = z.infer<typeof roundClosedBody>;

export const roundClosed = defineEvent({
  type: 'round.closed',
  noun: ['revealed round', 'revealed rounds'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  notice: null,
  body: roundClosedBody,
  words: ['reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round, ...body.counted],
  describe: (body) =>
    `revealed the independent grades${body.reason === null ? '' : ` before all had lodged: ${body.reason}`}`,
});
