import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { approvers } from '../records/define-event.ts';
import { momentWords } from '../words.ts';

/** An authority's time-stamp (RFC 3161) over the seal's id: it existed by then, whatever clock its author had. */
const sealTimeStampedBody = z.strictObject({
  seal: recordIdSchema,
  /** The response as it came, base64. */
  response: z.base64().max(200_000),
  /** What it said when it was attached; anyone can read it again from the response. */
  time: z.iso.datetime({ precision: 3 }),
  authority: z.string().max(1000),
});

export const sealTimeStamped = defineEvent({
  type: 'seal.time-stamped',
  noun: ['time-stamp', 'time-stamps'],
  notice: ['had the seal time-stamped', 'had the seal time-stamped'],
  whileSealed: true,
  keptInRedactedCopy: true,
  speaksOfSeal: true,
  trail: 'finalising',
  isStep: true,
  body: sealTimeStampedBody,
  may: approvers,
  names: (body) => [body.seal],
  describe: (body) => `attached a time-stamp of ${body.authority}: ${momentWords(body.time)} UTC`,
});
