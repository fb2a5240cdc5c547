import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** Digits and letters of a plain keyboard with single spaces: what looks alike and is written otherwise would be another seed. */
export const outsideNumberSchema = z
  .string()
  .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/)
  .max(200);

/** The outside number as somebody read it, letter for letter: it goes into the seed as text. */
const outsideRecordedBody = z.strictObject({ frame: recordIdSchema, number: outsideNumberSchema });

export const outsideRecorded = defineEvent({
  type: 'outside.recorded',
  noun: ['outside number', 'outside numbers'],
  body: outsideRecordedBody,
  names: ({ frame }) => [frame],
  describe: ({ number }) => `read the outside number ${number}`,
});
