import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** Settles two concurrent seals: this one no longer stands. */
const sealWithdrawnBody = z.strictObject({ seal: recordIdSchema, reason: saidSchema });

export const sealWithdrawn = defineEvent({
  type: 'seal.withdrawn',
  noun: ['withdrawn seal', 'withdrawn seals'],
  notice: ['withdrew the seal', 'withdrew the seal'],
  whileSealed: true,
  keptInRedactedCopy: true,
  trail: 'finalising',
  isStep: true,
  body: sealWithdrawnBody,
  words: ['reason'],
  may: leads,
  names: (body) => [body.seal],
  describe: (body) => `withdrew a seal: ${body.reason}`,
});
