import { z } from 'zod';
import { nonceSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';

/**
 * The first record of a programme, whose id is the programme's. Two people may each begin one without knowing of the
 * other's: their records lie in one folder and are two programmes.
 */
const programmeBegunBody = z.strictObject({ nonce: nonceSchema });

export const programmeBegun = defineEvent({
  type: 'programme.begun',
  noun: ['beginning of a programme', 'beginnings of programmes'],
  body: programmeBegunBody,
  describe: () => 'began the programme',
});
