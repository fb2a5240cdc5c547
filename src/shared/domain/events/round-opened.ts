import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import {
  daySchema,
  keySchema,
  personIdSchema,
  recordIdSchema,
  saidSchema,
  slugSchema,
} from './body-parts.ts';

/** The round's private half, encrypted to one holder's certified encryption key (HPKE, RFC 9180, base mode). */
export const wrapSchema = z.strictObject({
  person: personIdSchema,
  /** The holder's X25519 public key. */
  key: keySchema,
  enc: z.base64().length(44),
  ct: z.base64().max(200),
});

/** A cycle of independent grades begins: on one fixed revision, whatever is saved later. */
export const roundOpenedBody = z
  .strictObject({
    revision: recordIdSchema,
    /** In the order in which they are graded: parts before the whole. */
    areas: z.array(slugSchema).min(1).max(60),
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
    /** Why members see the provisional grades; null where they are hidden from them. */
    provisionalShown: saidSchema.nullable(),
    /** X25519: grades are lodged to it. */
    publicKey: keySchema,
    wraps: z.array(wrapSchema).min(2).max(10),
  })
  .refine(({ areas }) => new Set(areas).size === areas.length, { message: 'an area is named twice' })
  .refine(({ participants }) => new Set(participants).size === participants.length, {
    message: 'a participant is named twice',
  })
  .refine(({ holders }) => new Set(holders.map((one) => one.person)).size === holders.length, {
    message: 'a holder is named twice',
  })
  .refine(({ holders }) => holders.filter((one) => one.as === 'chair').length === 1, {
    message: 'there is one chair',
  })
  .refine(({ quorum, participants }) => quorum <= participants.length, {
    message: 'the quorum is more than the participants',
  })
  .refine(({ holders, wraps }) => holders.every(({ person }) => wraps.some((one) => one.person === person)), {
    message: 'a holder has no key',
  })
  .refine(
    ({ excluded, participants, holders }) =>
      excluded.every(
        ({ person }) => !participants.includes(person) && !holders.some((one) => one.person === person),
      ),
    { message: 'somebody excluded takes part' },
  );

/** The record type round.opened. */
export const roundOpened = defineEvent({
  type: 'round.opened',
  body: roundOpenedBody,
  may: ['chair'],
  names: (body) => [body.revision],
  describe: (body) =>
    `opened a round of independent grades with ${body.participants.length} ${body.participants.length === 1 ? 'member' : 'members'}`,
});
