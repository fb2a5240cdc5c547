import { z } from 'zod';
import { approvers, defineEvent, type DeepReadonly } from '../records/define-event.ts';
import { personIdSchema, recordIdSchema } from '../values/body-parts.ts';

/** A field of the judgment with the records whose writes of it stand, sorted. */
export const approvedValueSchema = z.strictObject({
  field: z.string().min(1).max(120),
  records: z.array(recordIdSchema).min(1).max(64),
});

/** A field of the judgment, by its name, as an approval approves it. */
export type ApprovedValue = DeepReadonly<z.infer<typeof approvedValueSchema>>;

/** The rules of reasons that speak of who approves: given after an approval, they leave it standing. */
export const unverifiedRule = 'verified-signatories';
export const undeclaredRule = 'interests';

/** The most steps that a verification path may have. */
export const longestPath = 16;

/** A step of a verification path: a record of this person's own log, in which they stand for the key of the next. */
const pathStepSchema = z.strictObject({ person: personIdSchema, record: recordIdSchema });

/** One step of a verification path: whose log, and which record of it. */
export type PathStep = DeepReadonly<z.infer<typeof pathStepSchema>>;

/** A person stands by the judgment as it is: by every field of it, as exactly these records wrote it. */
const judgmentApprovedBody = z.strictObject({
  /** Sorted by field, each once. */
  values: z.array(approvedValueSchema).min(1).max(500),
  /** How the approver's own key was verified; empty where the approval rests on no verification. */
  path: z.array(pathStepSchema).max(longestPath),
  /** What they want to be read with it; empty where nothing. */
  note: z.string().max(4000),
});

export const judgmentApproved = defineEvent({
  type: 'judgment.approved',
  noun: ['approval', 'approvals'],
  notice: ['approved the judgment', 'approved the judgment'],
  reachesBack: false,
  trail: 'finalising',
  isStep: true,
  body: judgmentApprovedBody,
  words: ['note'],
  may: approvers,
  names: (body) => body.values.flatMap(({ records }) => records),
  describe: (body) => `approved the judgment as it stands${body.note === '' ? '' : `: ${body.note}`}`,
});
