import { z } from 'zod';
import { packetTextLengths } from './packet.ts';
import { defineEvent, weighers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/**
 * A member's independent grades for all areas of a round, unreadable until the reveal: HPKE (RFC 9180) base mode to the
 * round's key, info "plumbline/grade/1", associated data the canonical form of [draft, round, revision, author, n].
 */
export const lodgedBody = z.strictObject({
  round: recordIdSchema,
  /** 1, 2, ... : lodging again raises it, and the highest counted one stands. */
  n: z.int().min(1).max(1000),
  enc: z.base64().length(44),
  ct: z.base64().refine((text) => packetTextLengths.includes(text.length), {
    message: 'a packet has one of two sizes',
  }),
});

export type LodgedBody = z.infer<typeof lodgedBody>;

export const gradeLodged = defineEvent({
  type: 'grade.lodged',
  noun: ['set of independent grades', 'sets of independent grades'],
  reachesBack: false,
  whileNewer: true,
  lodges: true,
  trail: 'panel',
  isStep: true,
  notice: null,
  body: lodgedBody,
  may: weighers,
  names: (body) => [body.round],
  describe: () => 'lodged independent grades',
});
