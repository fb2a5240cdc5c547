import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema, slugSchema } from '../values/body-parts.ts';

/** A panel that is set up once and given to drafts in one step. The last of an id stands; one without a chair is taken away. */
export const panelListedBody = z.strictObject({
  panel: slugSchema,
  name: z.string().trim().min(1).max(120),
  chair: personIdSchema.nullable(),
  deputies: z.array(personIdSchema).max(9),
  members: z.array(personIdSchema).max(40),
  qa: z.array(personIdSchema).max(9),
  /** Absent in templates of before there were arbiters. */
  arbiters: z.array(personIdSchema).max(9).optional(),
});
export type PanelListedBody = z.infer<typeof panelListedBody>;

export const panelListed = defineEvent({
  type: 'panel.listed',
  noun: ['panel template', 'panel templates'],
  body: panelListedBody,
  words: ['name'],
  describe: ({ name, chair }) =>
    chair === null ? `took the panel ${name} away` : `set up the panel ${name}`,
});
