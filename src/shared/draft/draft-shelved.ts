import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { defineField } from '../records/define-field.ts';
import type { Field } from '../records/open-value.ts';
import { shown } from '../records/settled.ts';
import { textValue } from '../records/text-value.ts';
import { overSchema, saidSchema } from '../values/body-parts.ts';

/** Where a draft stands: in the list, put away once it is done with, or withdrawn because it was begun by mistake. */
export const shelves = ['list', 'archived', 'withdrawn'] as const;
export type Shelf = (typeof shelves)[number];

export const shelfTitles: Readonly<Record<Shelf, string>> = {
  list: 'In the list',
  archived: 'Archived',
  withdrawn: 'Withdrawn',
};

const shelfSchema = z.enum(shelves);

/** Where a draft stands; in the list where nobody said. It takes nothing away, and is said beside a seal too. */
export const shelfField = defineField({
  kind: 'shelf',
  parts: [],
  value: textValue(shelfSchema),
  title: () => 'Where the draft stands',
  words: ({ value }) => shelfTitles[shelfSchema.safeParse(value).data ?? 'list'],
  readers: 'everybody',
  sealed: 'nothing',
  canConflict: false,
});

/** Where a draft stands by the latest word on it. */
export function shelfOf(field: Field<string>): Shelf {
  return shelves.find((shelf) => shelf === shown(field)) ?? 'list';
}

/** A draft put away, withdrawn, or put back into the list, and why. */
export const draftShelvedBody = z.strictObject({
  shelf: shelfSchema,
  reason: saidSchema.max(2000),
  over: overSchema,
});

const deeds: Readonly<Record<Shelf, string>> = {
  list: 'put the draft back into the list',
  archived: 'archived the draft',
  withdrawn: 'withdrew the draft',
};

export const draftShelved = defineEvent({
  type: 'draft.shelved',
  noun: ['change of where the draft stands', 'changes of where the draft stands'],
  reachesBack: false,
  whileSealed: true,
  speaksOfSeal: true,
  countsBesideSeal: true,
  trail: 'finalising',
  notice: ['archived, withdrew or put back the draft', 'archived, withdrew or put back the draft'],
  body: draftShelvedBody,
  words: ['reason'],
  may: leads,
  writes: ({ shelf, over }) => [shelfField.write({}, shelf, over)],
  describe: ({ shelf, reason }) => `${deeds[shelf]}: ${reason}`,
});
