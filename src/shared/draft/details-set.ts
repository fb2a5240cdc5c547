import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { detailNames } from './detail-names.ts';
import { overSchema, saidSchema } from '../values/body-parts.ts';
import { listOf } from '../words.ts';
import { detailTitles, detailWords } from './detail-words.ts';
import { detailField } from './detail-fields.ts';

/** Facts of the inspection, set or corrected; why, where a person moved the stage or something speaks against it. */
const detailsSetBody = z.strictObject({
  writes: z
    .array(z.strictObject({ name: z.enum(detailNames), value: detailField.schema, over: overSchema }))
    .min(1)
    .max(20),
  reason: saidSchema.max(2000).optional(),
});

export const detailsSet = defineEvent({
  type: 'details.set',
  noun: ['change of the details', 'changes of the details'],
  reachesBack: false,
  adoptable: true,
  trail: 'text',
  notice: ['changed the details', 'changed the details'],
  body: detailsSetBody,
  words: ['reason'],
  may: writers,
  writes: (body) => body.writes.map(({ name, value, over }) => detailField.write({ name }, value, over)),
  describe: ({ writes, reason }) => {
    const set = writes.map(
      ({ name, value }) => `${detailTitles[name].toLowerCase()} to ${detailWords(name, value)}`,
    );
    return `set ${listOf(set)}${reason === undefined ? '' : `: ${reason}`}`;
  },
});
