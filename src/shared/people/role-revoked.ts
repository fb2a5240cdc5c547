import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { roleSchema } from '../values/role.ts';
import { personIdSchema, saidSchema } from '../values/body-parts.ts';
import { roleNames } from '../values/role.ts';
import { personMark } from '../records/record-titles.ts';

/** An owner takes one role, or with null every role, from a person. */
export const roleRevokedBody = z.strictObject({
  person: personIdSchema,
  role: roleSchema.nullable(),
  reason: saidSchema,
});

export const roleRevoked = defineEvent({
  type: 'role.revoked',
  noun: ['role taken away', 'roles taken away'],
  keptInRedactedCopy: true,
  notice: ['took a role away', 'took % roles away'],
  body: roleRevokedBody,
  words: ['reason'],
  may: ['owner'],
  describe: (body) =>
    body.role === null
      ? `took every role away from ${personMark(body.person)}: ${body.reason}`
      : `took the role of ${roleNames[body.role]} away from ${personMark(body.person)}: ${body.reason}`,
});
