import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { roleSchema } from '../people/role.ts';
import { personIdSchema } from './body-parts.ts';

/** An owner gives a person a role in this draft. */
export const roleGrantedBody = z.strictObject({ person: personIdSchema, role: roleSchema });

/** The record type role.granted. */
export const roleGranted = defineEvent({
  type: 'role.granted',
  body: roleGrantedBody,
  may: ['owner'],
  describe: (body) => `granted the role ${body.role}`,
});
