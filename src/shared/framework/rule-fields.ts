import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { textValue } from '../records/text-value.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** The framework that a draft stands under, by the hash of its canonical form. */
export const frameworkField = defineField({
  kind: 'framework',
  parts: [],
  value: textValue(z.string().regex(/^[0-9a-f]{64}$/)),
  title: () => 'Framework of the draft',
  words: ({ record }, { framework }) => framework(record),
  readers: 'everybody',
});

/** Why a rule of the framework is departed from, or why a gate that asks for a reason may pass. */
export const reasonField = defineField({
  kind: 'reason',
  parts: ['rule'],
  value: textValue(saidSchema),
  title: ({ rule }, titles) => `Reason for departing from: ${titles.rule(rule)}`,
});

/** Whether a fact on which rules turn holds, with the notes that show it. */
export const factField = defineField({
  kind: 'fact',
  parts: ['fact'],
  value: {
    schema: z.strictObject({
      holds: z.boolean(),
      reason: saidSchema,
      notes: z.array(recordIdSchema).max(50).readonly(),
    }),
    put: (fact) => ({ fact }),
    take: (value) => ('fact' in value ? value.fact : null),
    words: ({ holds, reason }) => `${holds ? 'Yes' : 'No'}: ${reason}`,
  },
  title: ({ fact }, titles) => titles.fact(fact),
});
