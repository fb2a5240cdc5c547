import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { daySchema, slugSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';

/** The draft went to the provider: the paragraphs as they read it, by the numbers they answer by. */
const accuracySentBody = z.strictObject({
  paragraphs: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(5000),
        section: slugSchema,
        text: z.string().min(1).max(20_000),
      }),
    )
    .min(1)
    .max(5000),
  /** The day by which they answer; null where nobody said. */
  due: daySchema.nullable(),
});

export const accuracySent = defineEvent({
  type: 'accuracy.sent',
  noun: ['sending to the provider', 'sendings to the provider'],
  notice: ['recorded that the draft went to the provider', 'recorded that the draft went to the provider'],
  reachesBack: false,
  erasable: 'provider-comments',
  trail: 'finalising',
  isStep: true,
  stage: { now: 'factual-accuracy', cause: 'sent' },
  body: accuracySentBody,
  words: ['paragraphs[].text'],
  may: leads,
  describe: (body) =>
    `sent the draft to the provider for factual accuracy: ${count(body.paragraphs.length, 'paragraph')}`,
});
