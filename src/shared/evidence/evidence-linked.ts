import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { linkStrengthSchema } from '../values/link-strength.ts';
import { overSchema, recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { linkField } from './evidence-fields.ts';

/** A note is held for or against a criterion, or (none) no longer. */
export const evidenceLinkedBody = z.strictObject({
  note: recordIdSchema,
  criterion: slugSchema,
  direction: z.enum(['for', 'against', 'none']),
  /** How much it weighs; absent where nobody said. */
  strength: linkStrengthSchema.optional(),
  /** The words of the note that matter here, where it is not the whole note. */
  passage: z.string().min(1).max(4000).optional(),
  over: overSchema,
});

export const evidenceLinked = defineEvent({
  type: 'evidence.linked',
  noun: ['link', 'links'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'evidence',
  leavable: true,
  trail: 'evidence',
  isContribution: true,
  notice: ['linked evidence', 'linked evidence % times'],
  body: evidenceLinkedBody,
  words: ['passage'],
  may: weighers,
  names: (body) => [body.note],
  writes: ({ note, criterion, direction, strength, passage, over }) => [
    linkField.write(
      { note, criterion },
      { direction, strength: strength ?? null, passage: passage ?? null },
      over,
    ),
  ],
  describe: (body, { criterion }) =>
    body.direction === 'none'
      ? `took a note away from ${criterion(body.criterion)}`
      : `linked a note ${body.direction} ${criterion(body.criterion)}`,
});
