import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { evidenceKindSchema } from '../values/evidence-kind.ts';

/** One contemporaneous evidence note; immutable. */
export const evidenceNotedBody = z.strictObject({
  /** Prefix of the kind and a number, as its author counted: "CT-014". */
  code: z.string().regex(/^[A-Z]{2}-\d{3,6}$/),
  kind: evidenceKindSchema,
  /** Who or what it comes from, by role: "Team manager, assessment team 2". */
  source: z.string().trim().min(1).max(300),
  /** When the activity took place: local date-time to the minute, 2026-10-06T10:20. */
  when: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  direction: z.enum(['strength', 'weakness', 'neutral']),
  text: z.string().min(1).max(100_000),
  /** The import and the row it was made from. */
  from: z.strictObject({ import: recordIdSchema, row: z.int().min(1) }).optional(),
});

export const evidenceNoted = defineEvent({
  type: 'evidence.noted',
  noun: ['note', 'notes'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'evidence',
  leavable: true,
  trail: 'evidence',
  isContribution: true,
  notice: ['added an evidence note', 'added % evidence notes'],
  body: evidenceNotedBody,
  words: ['source', 'text'],
  may: writers,
  names: (body) => (body.from === undefined ? [] : [body.from.import]),
  describe: (body) => `noted evidence ${body.code}`,
});
