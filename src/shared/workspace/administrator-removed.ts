import { z } from 'zod';
import { personIdSchema, saidSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';
import { personMark } from '../records/record-titles.ts';

/** An administrator ends the office of one who was appointed later, or their own. */
const administratorRemovedBody = z.strictObject({ person: personIdSchema, reason: saidSchema });

export const administratorRemoved = defineEvent({
  type: 'administrator.removed',
  noun: ['administrator removed', 'administrators removed'],
  body: administratorRemovedBody,
  words: ['reason'],
  describe: (body) => `ended the office of ${personMark(body.person)} as an administrator: ${body.reason}`,
});
