import { z } from 'zod';
import { evidenceKindSchema } from '../../../shared/values/evidence-kind.ts';
import { roleSchema } from '../../../shared/values/role.ts';

const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** resources/sample/inspection.json. */
export const sampleInspection = z.strictObject({
  provider: z.string(),
  kind: z.string(),
  framework: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  leadInspector: z.string(),
  begun: minute,
  /** The owner is the first with the role lead. */
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      post: z.string(),
      registration: z.string(),
      years: z.int(),
      roles: z.array(roleSchema),
    }),
  ),
  /** Who approves the last revision, having written none. */
  approval: z.strictObject({ by: z.string(), at: minute, note: z.string() }),
});

/** resources/sample/evidence.json. */
export const sampleEvidence = z.strictObject({
  notes: z.array(
    z.strictObject({
      key: z.string(),
      by: z.string(),
      kind: evidenceKindSchema,
      source: z.string(),
      when: minute,
      written: minute,
      direction: z.enum(['strength', 'weakness', 'neutral']),
      text: z.string(),
      links: z.array(
        z.strictObject({
          criterion: z.string(),
          direction: z.enum(['for', 'against']),
          at: minute.optional(),
        }),
      ),
      addenda: z.array(z.strictObject({ by: z.string(), written: minute, text: z.string() })).optional(),
    }),
  ),
  /** Pairs that point different ways, and why. */
  contradictions: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

/** resources/sample/marks.json. */
export const sampleMarks = z.strictObject({
  marks: z.array(
    z.strictObject({
      by: z.string(),
      criterion: z.string(),
      grade: z.string(),
      mark: z.enum(['met', 'partly', 'not', 'none']),
      reason: z.string(),
      at: minute,
    }),
  ),
  fits: z.array(z.strictObject({ by: z.string(), criterion: z.string(), grade: z.string(), at: minute })),
});
