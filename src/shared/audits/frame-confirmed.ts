import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** The second signature under a frame. */
const frameConfirmedBody = z.strictObject({ frame: recordIdSchema });

export const frameConfirmed = defineEvent({
  type: 'frame.confirmed',
  noun: ['confirmation of a frame', 'confirmations of frames'],
  body: frameConfirmedBody,
  names: ({ frame }) => [frame],
  describe: () => 'confirmed the frame',
});
