import { z } from 'zod';
import { shelves } from '../draft/draft-shelved.ts';

/** How the list of inspections can be put in order; `stage` groups it. */
export const listOrders = ['stage', 'deadline', 'first-day', 'name', 'lead', 'changed'] as const;

/** What of the list of inspections is shown, and in which order; nothing is asked for where a part is ''. */
const listFilterSchema = z.strictObject({
  shelf: z.enum(shelves),
  stage: z.string().max(40),
  framework: z.string().max(300),
  lead: z.string().max(300),
  grade: z.string().max(80),
  late: z.boolean(),
  from: z.string().max(10),
  to: z.string().max(10),
  order: z.enum(listOrders),
});
export type ListFilter = z.infer<typeof listFilterSchema>;

/** A way of looking at the list that a person keeps by a name. */
const listViewSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  words: z.string().max(200),
  filter: listFilterSchema,
});
export type ListView = z.infer<typeof listViewSchema>;
export const listViewsSchema = z.array(listViewSchema).max(30);
