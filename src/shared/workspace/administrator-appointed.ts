import { z } from 'zod';
import { personIdSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';
import { personMark } from '../records/record-titles.ts';

/** An administrator makes another person an administrator of the workspace. */
const administratorAppointedBody = z.strictObject({ person: personIdSchema });

export const administratorAppointed = defineEvent({
  type: 'administrator.appointed',
  noun: ['administrator appointed', 'administrators appointed'],
  body: administratorAppointedBody,
  describe: (body) => `made ${personMark(body.person)} an administrator of the workspace`,
});
