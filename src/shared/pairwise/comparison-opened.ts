import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { lodgingRoundFault, lodgingRoundShape } from '../lodging/lodging-round.ts';
import { count } from '../words.ts';

/** A thing that is compared: one area of a draft of the workspace as a revision has it, or all its areas. */
const comparedItemSchema = z.strictObject({
  draft: recordIdSchema,
  revision: recordIdSchema,
  area: slugSchema.nullable(),
  /** What it was called when the round began; not who it belongs to where that should not count. */
  title: saidSchema.max(200),
});
/** A thing that is compared. */
export type ComparedItem = z.infer<typeof comparedItemSchema>;

/** A round of comparisons begins: pairs of things, which is better and why. */
const comparisonOpenedBody = z
  .strictObject({
    ...lodgingRoundShape,
    /** In which regard one is better than another. */
    question: saidSchema.max(1000),
    items: z.array(comparedItemSchema).min(2).max(100),
    /** Members see whose judgments they compare after the reveal alone; absent where names are shown. */
    namesWithheld: z.literal(true).optional(),
    /** How many pairs are asked of each member, as the chair set it; absent where the number of things says. */
    pairsAsked: z.int().min(1).max(1000).optional(),
  })
  .check(({ value, issues }) => {
    const things = value.items.map(({ draft, area }) => `${draft} ${area ?? ''}`);
    const twice = new Set(things).size < things.length ? 'a thing is named twice' : null;
    const fault = lodgingRoundFault(value) ?? twice;
    if (fault !== null) issues.push({ code: 'custom', message: fault, input: value });
  });

export const comparisonOpened = defineEvent({
  type: 'comparison.opened',
  noun: ['round of comparisons', 'rounds of comparisons'],
  reachesBack: false,
  trail: 'panel',
  notice: null,
  body: comparisonOpenedBody,
  words: ['question', 'items[].title', 'excluded[].why'],
  may: ['chair'],
  describe: (body) =>
    `opened a round of comparisons of ${count(body.items.length, 'item')}: ${body.question}`,
});
