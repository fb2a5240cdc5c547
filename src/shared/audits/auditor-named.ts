import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personMark } from '../records/record-titles.ts';
import { personIdSchema } from '../values/body-parts.ts';
import { auditRoleNames, auditRoleSchema } from './audit-roles.ts';

/** Gives somebody a role in the audit, or takes theirs away. */
export const auditorNamedBody = z.strictObject({ person: personIdSchema, role: auditRoleSchema.nullable() });

export const auditorNamed = defineEvent({
  type: 'auditor.named',
  noun: ['role in an audit', 'roles in audits'],
  body: auditorNamedBody,
  describe: ({ person, role }) =>
    role === null
      ? `took the role of ${personMark(person)} away`
      : `made ${personMark(person)} ${auditRoleNames[role]}`,
});
