import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { overSchema, recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { contradictionField } from './evidence-fields.ts';

/** Two notes that point different ways under one criterion, and how that was settled. */
const contradictionSettledBody = z.strictObject({
  criterion: slugSchema,
  /** In code-unit order, so that the pair has one name. */
  notes: z.tuple([recordIdSchema, recordIdSchema]).refine(([one, other]) => one < other),
  reason: contradictionField.schema,
  over: overSchema,
});

export const contradictionSettled = defineEvent({
  type: 'contradiction.settled',
  noun: ['settled contradiction', 'settled contradictions'],
  notice: ['settled a contradiction in the evidence', 'settled % contradictions in the evidence'],
  reachesBack: false,
  overWhatIsSeen: true,
  trail: 'evidence',
  body: contradictionSettledBody,
  words: ['reason'],
  may: weighers,
  names: (body) => [...body.notes],
  writes: ({ criterion, notes: [note, other], reason, over }) => [
    contradictionField.write({ criterion, note, other }, reason, over),
  ],
  describe: (body, { criterion }) =>
    `settled two notes that point different ways under ${criterion(body.criterion)}`,
});
