import { z } from 'zod';
import { daySchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { defineEvent, leads } from '../records/define-event.ts';
import { dayWords } from '../words.ts';

/** Clocks stop counting from a day on, for a reason; all of them where none is named. */
export const clockPausedBody = z.strictObject({
  from: daySchema,
  deadlines: z.array(slugSchema).max(40),
  reason: saidSchema.max(2000),
});

export const clockPaused = defineEvent({
  type: 'clock.paused',
  noun: ['pause of a clock', 'pauses of clocks'],
  notice: ['paused a clock', 'paused % clocks'],
  reachesBack: false,
  trail: 'finalising',
  body: clockPausedBody,
  words: ['reason'],
  may: leads,
  describe: (body) => `paused the clock from ${dayWords(body.from)}: ${body.reason}`,
});
