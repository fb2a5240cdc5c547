import { z } from 'zod';
import { daySchema, keySchema, personIdSchema, saidSchema } from '../values/body-parts.ts';

/** A round's private half, encrypted to one holder's certified encryption key (HPKE, RFC 9180, base mode). */
const wrapSchema = z.strictObject({
  person: personIdSchema,
  /** The holder's X25519 public key. */
  key: keySchema,
  enc: z.base64().length(44),
  ct: z.base64().max(200),
});

/** What every round has to which members lodge what nobody may read before it is revealed. */
export const lodgingRoundShape = {
  participants: z.array(personIdSchema).min(1).max(40),
  /** Who is out of it for an interest they declared. */
  excluded: z.array(z.strictObject({ person: personIdSchema, why: saidSchema.max(4000) })).max(40),
  /** The chair and at least one deputy: any of them can reveal. */
  holders: z
    .array(z.strictObject({ person: personIdSchema, as: z.enum(['chair', 'deputy']) }))
    .min(2)
    .max(10),
  /** How many of the participants must have lodged. */
  quorum: z.int().min(1).max(40),
  /** By when, or null where no day is set. */
  due: daySchema.nullable(),
  /** X25519: what members lodge is encrypted to it. */
  publicKey: keySchema,
  wraps: z.array(wrapSchema).min(2).max(10),
};

/** What such a round says of its people and its key. */
export type LodgingRoundBody = z.infer<z.ZodObject<typeof lodgingRoundShape>>;

/** What does not fit together in a round's people; null where all does. */
export function lodgingRoundFault(body: LodgingRoundBody): string | null {
  const { participants, excluded, holders, quorum, wraps } = body;
  const holds = (person: string): boolean => holders.some((holder) => holder.person === person);
  if (new Set(participants).size < participants.length) return 'a participant is named twice';
  if (new Set(holders.map((holder) => holder.person)).size < holders.length) return 'a holder is named twice';
  if (holders.filter(({ as }) => as === 'chair').length !== 1) return 'there is one chair';
  if (quorum > participants.length) return 'the quorum is more than the participants';
  if (!holders.every(({ person }) => wraps.some((wrap) => wrap.person === person)))
    return 'a holder has no key';
  return excluded.some(({ person }) => participants.includes(person) || holds(person))
    ? 'somebody excluded takes part'
    : null;
}
