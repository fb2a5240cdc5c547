import { z } from 'zod';
import { daySchema, overSchema, recordIdSchema } from '../values/body-parts.ts';
import { defineEvent, leads } from '../records/define-event.ts';
import { dayWords } from '../words.ts';
import { resumedField } from './clock-fields.ts';

/** A pause ends: the day named counts again. */
export const clockResumedBody = z.strictObject({ pause: recordIdSchema, on: daySchema, over: overSchema });

export const clockResumed = defineEvent({
  type: 'clock.resumed',
  noun: ['end of a pause', 'ends of pauses'],
  notice: ['ended the pause of a clock', 'ended the pauses of % clocks'],
  reachesBack: false,
  trail: 'finalising',
  body: clockResumedBody,
  may: leads,
  names: (body) => [body.pause],
  writes: ({ pause, on, over }) => [resumedField.write({ pause }, on, over)],
  describe: (body) => `let the clock go on from ${dayWords(body.on)}`,
});
