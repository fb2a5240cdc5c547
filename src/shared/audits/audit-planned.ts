import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { saidSchema } from '../values/body-parts.ts';

/** What an audit is called and for; the last stands. */
export const auditPlannedBody = z.strictObject({
  name: z.string().trim().min(1).max(120),
  purpose: saidSchema,
});

export const auditPlanned = defineEvent({
  type: 'audit.planned',
  noun: ['plan of an audit', 'plans of audits'],
  body: auditPlannedBody,
  words: ['name', 'purpose'],
  describe: ({ name }) => `planned the audit ${name}`,
});
