import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { roleSchema } from '../people/role.ts';
import { personIdSchema, saidSchema } from './body-parts.ts';

/** An owner takes one role, or with null every role, from a person. */
export const roleRevokedBody = z.strictObject({
  person: personIdSchema,
  role: roleSchema.nullable(),
  reason: saidSchema,
});

/** The record type role.revoked. */
export const roleRevoked = defineEvent({
  type: 'role.revoked',
  body: roleRevokedBody,
  may: ['owner'],
  describe: (body) =>
    `took away ${body.role === null ? 'every role' : `the role ${body.role}`}: ${body.reason}`,
});
