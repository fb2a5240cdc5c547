import { z } from 'zod';
import { daySchema, overSchema, recordIdSchema } from './body-parts.ts';
import { defineEvent, leads } from './define-event.ts';
import { dayWords } from '../words.ts';
import { resumedField } from '../finalising/clocks/clock-fields.ts';

/** A pause ends: the day named counts again. */
export const clockResumedBody = z.strictObject({ pause: recordIdSchema, on: daySchema, over: overSchema });

/** The record type clock.resumed. */
export const clockResumed = defineEvent({
  type: 'clock.resumed',
  noun: ['end of a pause', 'ends of pauses'],
  reachesBack: false,
  trail: 'finalising',
  body: clockResumedBody,
  may: leads,
  names: (body) => [body.pause],
  writes: ({ pause, on, over }) => [resumedField.write({ pause }, on, over)],
  describe: (body) => `let the clock go on from ${dayWords(body.on)}`,
});
