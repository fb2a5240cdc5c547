import { z } from 'zod';
import { columnMappingSchema } from '../evidence/evidence-table.ts';
import { evidenceNotedBody } from '../evidence/evidence-noted.ts';
import { linkStrengthSchema } from '../values/link-strength.ts';
import { overSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { EvidencePreview } from './evidence-views.ts';
import type { SavedView } from './views.ts';
import { grantSchema } from './workspace-channels.ts';

const draft = recordIdSchema;

/** Evidence notes, what they are held against, and what the descriptors are marked. */
export const evidenceChannels = {
  noteEvidence: channel(
    z.strictObject({
      draft,
      note: evidenceNotedBody.omit({ code: true, from: true }),
      /** Linked in the same append: a note is never saved without the link that was asked for. */
      link: z.strictObject({ criterion: slugSchema, direction: z.enum(['for', 'against']) }).optional(),
      /** Files kept with it, in the same append. */
      files: z.array(grantSchema).max(20).optional(),
    }),
  ).gives<SavedView & { code: string }>(),
  /** Keeps files with a note that is saved already. */
  attachFiles: channel(
    z.strictObject({ draft, note: recordIdSchema, files: z.array(grantSchema).min(1).max(20) }),
  ).gives<SavedView>(),
  /** An attachment's bytes for a preview, base64, 25 MB at most. */
  readAttachment: channel(z.strictObject({ draft, attachment: recordIdSchema })).gives<{
    name: string;
    media: string;
    base64: string;
  }>(),
  saveAttachment: channel(z.strictObject({ draft, attachment: recordIdSchema })).gives<{
    name: string;
  } | null>(),
  addToEvidence: channel(
    z.strictObject({ draft, note: recordIdSchema, text: saidSchema }),
  ).gives<SavedView>(),
  linkEvidence: channel(
    z.strictObject({
      draft,
      note: recordIdSchema,
      criterion: slugSchema,
      direction: z.enum(['for', 'against', 'none']),
      strength: linkStrengthSchema.optional(),
      passage: z.string().min(1).max(4000).optional(),
      over: overSchema,
    }),
  ).gives<SavedView>(),
  markDescriptor: channel(
    z.strictObject({
      draft,
      criterion: slugSchema,
      grade: slugSchema,
      mark: z.enum(['met', 'partly', 'not', 'none']),
      reason: z.string().max(4000),
      over: overSchema,
    }),
  ).gives<SavedView>(),
  setBestFit: channel(
    z.strictObject({ draft, criterion: slugSchema, grade: slugSchema, over: overSchema }),
  ).gives<SavedView>(),

  settleContradiction: channel(
    z.strictObject({
      draft,
      criterion: slugSchema,
      notes: z.tuple([recordIdSchema, recordIdSchema]),
      reason: saidSchema,
      over: overSchema,
    }),
  ).gives<SavedView>(),
  allowTerm: channel(
    z.strictObject({
      draft,
      term: z.string().trim().min(1).max(100),
      allowed: z.boolean(),
      over: overSchema,
    }),
  ).gives<SavedView>(),

  /** What importing a file would make; with no mapping, as the headers or the last import of such a file suggest. */
  previewEvidence: channel(
    z.strictObject({ draft, file: grantSchema, mapping: columnMappingSchema.nullable() }),
  ).gives<EvidencePreview>(),
  importEvidence: channel(z.strictObject({ draft, file: grantSchema, mapping: columnMappingSchema })).gives<
    SavedView & { notes: number }
  >(),
  undoImport: channel(
    z.strictObject({ draft, import: recordIdSchema, reason: saidSchema }),
  ).gives<SavedView>(),
  exportEvidence: channel(z.strictObject({ draft, format: z.enum(['csv', 'docx', 'html']) })).gives<{
    name: string;
  } | null>(),
};
