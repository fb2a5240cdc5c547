import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { recordIdSchema } from './body-parts.ts';
import type { Role } from '../people/role.ts';

/** Roles that may approve what others wrote. */
export const approvers: readonly Role[] = ['owner', 'lead', 'chair', 'deputy', 'qa'];

/** A person stands by the judgment as it is: by the records whose narratives, grades and improvements stand. */
export const judgmentApprovedBody = z.strictObject({
  approved: z.array(recordIdSchema).min(1).max(500),
  /** What they want to be read with it; empty where nothing. */
  note: z.string().max(4000),
});

/** The record type judgment.approved. */
export const judgmentApproved = defineEvent({
  type: 'judgment.approved',
  noun: ['approval', 'approvals'],
  trail: 'finalising',
  isStep: true,
  body: judgmentApprovedBody,
  words: ['note'],
  may: approvers,
  names: (body) => body.approved,
  describe: (body) => `approved the judgment as it stands${body.note === '' ? '' : `: ${body.note}`}`,
});
