import { z } from 'zod';
import type { PrintedDocument } from '../documents/printed-document.ts';
import { accuracyAnsweredBody } from '../accuracy/accuracy-answered.ts';
import { daySchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { approvedValueSchema } from '../finalising/judgment-approved.ts';
import type { GateRow } from '../gates/gate.ts';
import type { Signatory } from '../judgment/who-may-sign.ts';
import { channel } from './channel.ts';
import { grantSchema } from './workspace-channels.ts';
import type { RetentionView } from './retention-views.ts';
import type { TrailView } from './trail-views.ts';
import type { SavedView } from './views.ts';

const draft = recordIdSchema;
const { records } = approvedValueSchema.shape;

/** Everything that makes a draft final, or opens a final one again. */
export const finalisingChannels = {
  sendAccuracy: channel(z.strictObject({ draft, due: daySchema.nullable() })).gives<SavedView>(),
  /**
   * The numbered draft that was sent last, or that letter by its record; the form to answer it on; or what came back in a record. Only
   * the form is had as a table (CSV).
   */
  exportAccuracy: channel(
    z.strictObject({
      draft,
      what: z.enum(['draft', 'form', 'comments']),
      format: z.enum(['docx', 'pdf', 'csv']),
      letter: recordIdSchema.optional(),
    }),
  ).gives<{ name: string } | null>(),
  /** Hands out a file of the provider's comments as it came. */
  saveReturned: channel(z.strictObject({ draft, letter: recordIdSchema })).gives<{ name: string } | null>(),
  /** `file` is a grant; null records that the provider had no comments. */
  receiveAccuracy: channel(z.strictObject({ draft, file: grantSchema.nullable() })).gives<SavedView>(),
  answerAccuracy: channel(accuracyAnsweredBody.extend({ draft })).gives<SavedView>(),
  /** `approved` are the fields of the judgment with the records that stand, as this window showed them. */
  approveJudgment: channel(
    z.strictObject({
      draft,
      approved: z
        .array(approvedValueSchema.extend({ records: records.readonly() }))
        .min(1)
        .max(500)
        .readonly(),
      note: z.string().trim().max(4000),
    }),
  ).gives<SavedView>(),
  /** Everybody who could approve the judgment, what speaks against it, and how their keys are verified. */
  listSignatories: channel(z.strictObject({ draft })).gives<readonly Signatory[]>(),
  /** The report as its documents have it, for reading on the screen. */
  layOutReport: channel(z.strictObject({ draft })).gives<PrintedDocument>(),
  /** The rows of what a gate looked at; none where no gate of the draft has that id. */
  readGateRows: channel(z.strictObject({ draft, gate: z.string().max(200) })).gives<readonly GateRow[]>(),
  readTrail: channel(z.strictObject({ draft })).gives<TrailView>(),
  readRetention: channel(z.strictObject({ draft })).gives<RetentionView>(),
  /** Erases what a rule of the framework's retention schedule lets be erased today. */
  eraseDue: channel(z.strictObject({ draft, rule: slugSchema, reason: saidSchema })).gives<{
    erased: number;
  }>(),
  sealJudgment: channel(z.strictObject({ draft })).gives<SavedView>(),
  /** Takes terms out of the sealed judgment, and of the notes named, wherever they stand as words. */
  redactCopy: channel(
    z.strictObject({
      draft,
      purpose: z.enum(['publication', 'disclosure']),
      recipient: z.string().trim().min(1).max(300),
      notes: z.array(recordIdSchema).max(5000),
      terms: z
        .array(z.strictObject({ term: z.string().trim().min(1).max(300), reason: saidSchema }))
        .max(500),
    }),
  ).gives<{ name: string; words: number } | null>(),
  /** The redacted copy that was made last, as a report with marks and the log of what was taken out. */
  exportRedacted: channel(z.strictObject({ draft, format: z.enum(['html', 'pdf', 'docx']) })).gives<{
    name: string;
  } | null>(),
  exportCertificate: channel(z.strictObject({ draft, format: z.enum(['html', 'pdf', 'docx']) })).gives<{
    name: string;
  } | null>(),
  requestTimeStamp: channel(z.strictObject({ draft })).gives<{ name: string } | null>(),
  attachTimeStamp: channel(z.strictObject({ draft, file: grantSchema })).gives<SavedView>(),
  proposeReopening: channel(z.strictObject({ draft, reason: saidSchema })).gives<SavedView>(),
  reopenJudgment: channel(z.strictObject({ draft, proposal: recordIdSchema })).gives<SavedView>(),
};
