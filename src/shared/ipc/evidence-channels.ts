import { z } from 'zod';
import { termAllowedBody } from '../evidence/term-allowed.ts';
import { bestFitSetBody } from '../evidence/best-fit-set.ts';
import { descriptorMarkedBody } from '../evidence/descriptor-marked.ts';
import { evidenceLinkedBody } from '../evidence/evidence-linked.ts';
import { noteCorrectedBody } from '../evidence/note-corrected.ts';
import { columnMappingSchema } from '../evidence/evidence-table.ts';
import { evidenceNotedBody } from '../evidence/evidence-noted.ts';
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
  /** Corrects what a saved note says beside its text; what was noted stays in the record. */
  correctNote: channel(noteCorrectedBody.extend({ draft })).gives<SavedView>(),
  linkEvidence: channel(evidenceLinkedBody.extend({ draft })).gives<SavedView>(),
  markDescriptor: channel(descriptorMarkedBody.extend({ draft })).gives<SavedView>(),
  setBestFit: channel(bestFitSetBody.extend({ draft })).gives<SavedView>(),

  settleContradiction: channel(
    z.strictObject({
      draft,
      criterion: slugSchema,
      notes: z.tuple([recordIdSchema, recordIdSchema]),
      reason: saidSchema,
      over: overSchema,
    }),
  ).gives<SavedView>(),
  allowTerm: channel(termAllowedBody.extend({ draft })).gives<SavedView>(),

  /** What importing a file would make; with no mapping, as the headers or the last import of such a file suggest. */
  previewEvidence: channel(
    z.strictObject({
      draft,
      file: grantSchema,
      mapping: columnMappingSchema.nullable(),
      sheet: z.string().max(100).nullable().optional(),
    }),
  ).gives<EvidencePreview>(),
  importEvidence: channel(
    z.strictObject({
      draft,
      file: grantSchema,
      mapping: columnMappingSchema,
      sheet: z.string().max(100).nullable().optional(),
    }),
  ).gives<SavedView & { notes: number }>(),
  undoImport: channel(
    z.strictObject({ draft, import: recordIdSchema, reason: saidSchema }),
  ).gives<SavedView>(),
  exportEvidence: channel(z.strictObject({ draft, format: z.enum(['csv', 'docx', 'html']) })).gives<{
    name: string;
  } | null>(),
};
