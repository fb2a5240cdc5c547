import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/**
 * The first record of a programme, whose id is the programme's. Two people may each begin one without knowing of the
 * other's: their records lie in one folder and are two programmes.
 */
export const programmeBegunBody = z.strictObject({
  /** 128 random bits, hex, so that the programme's id is unique. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
});

/** The record type programme.begun. */
export const programmeBegun = defineEvent({
  type: 'programme.begun',
  noun: ['beginning of a programme', 'beginnings of programmes'],
  body: programmeBegunBody,
  describe: () => 'began the programme',
});
