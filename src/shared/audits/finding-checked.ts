import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** Whether the action worked; or that the finding is withdrawn, as an answer to it may show. */
const findingCheckSchema = z.enum(['worked', 'not-worked', 'withdrawn']);
export type FindingCheck = z.infer<typeof findingCheckSchema>;

/** Ends a finding, unless its action did not work. */
export const findingCheckedBody = z.strictObject({
  asked: recordIdSchema,
  outcome: findingCheckSchema,
  words: saidSchema,
});

export const findingChecked = defineEvent({
  type: 'finding.checked',
  noun: ['check of a finding', 'checks of findings'],
  body: findingCheckedBody,
  words: ['words'],
  names: ({ asked }) => [asked],
  describe: ({ outcome }) =>
    outcome === 'withdrawn'
      ? 'withdrew a finding'
      : outcome === 'worked'
        ? 'checked that an action worked'
        : 'checked that an action did not work',
});
