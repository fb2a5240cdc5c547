import { z } from 'zod';
import { nonceSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';

/** The first record of an audit's log, whose id is the audit's. Its facts stand in clear, also where others are encrypted. */
const auditBegunBody = z.strictObject({ nonce: nonceSchema });

export const auditBegun = defineEvent({
  type: 'audit.begun',
  noun: ['beginning of an audit', 'beginnings of audits'],
  body: auditBegunBody,
  describe: () => 'began the audit',
});
