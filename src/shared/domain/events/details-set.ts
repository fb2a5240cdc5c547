import { z } from 'zod';
import { defineEvent, writers } from './define-event.ts';
import { detailNames } from '../draft/draft-state.ts';
import { overSchema } from './body-parts.ts';

/** Facts of the inspection, set or corrected. */
export const detailsSetBody = z.strictObject({
  writes: z
    .array(z.strictObject({ name: z.enum(detailNames), value: z.string().max(300), over: overSchema }))
    .min(1)
    .max(20),
});

/** The record type details.set. */
export const detailsSet = defineEvent({
  type: 'details.set',
  body: detailsSetBody,
  may: writers,
  writes: (body) =>
    body.writes.map((write) => ({
      field: `detail/${write.name}`,
      value: { text: write.value },
      over: write.over,
    })),
  describe: (body) => `set ${body.writes.map((write) => write.name).join(', ')}`,
});
