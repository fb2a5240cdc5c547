import { z } from 'zod';
import { saidSchema, slugSchema } from '../values/body-parts.ts';
import { defineEvent, leads } from '../records/define-event.ts';
import { count, pluralOf } from '../words.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const pair = z.strictObject({ from: slugSchema, to: slugSchema.nullable() });

/**
 * That a draft moves from one framework to another, and which area and criterion becomes which; null where there is no
 * counterpart and what stands under the old one is kept there. The adoption itself follows in the same append.
 */
export const frameworkMovedBody = z.strictObject({
  from: hash,
  to: hash,
  areas: z.array(pair).max(120),
  criteria: z.array(pair).max(2000),
  reason: saidSchema.max(2000),
});

export const frameworkMoved = defineEvent({
  type: 'framework.moved',
  noun: ['move to another framework', 'moves to other frameworks'],
  notice: ['moved the draft to another framework', 'moved the draft to other frameworks'],
  keptInRedactedCopy: true,
  trail: 'finalising',
  isStep: true,
  body: frameworkMovedBody,
  words: ['reason'],
  may: leads,
  describe: (body) => {
    const without = [...body.areas, ...body.criteria].filter(({ to }) => to === null).length;
    return `moved the draft to another framework, in which ${count(without, 'part')} of the old one ${pluralOf(without, 'has', 'have')} no counterpart: ${body.reason}`;
  },
});
