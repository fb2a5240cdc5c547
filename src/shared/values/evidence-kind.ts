import { z } from 'zod';

/** The kinds of source an evidence note can come from (domain facts, section 2). */
export const evidenceKindSchema = z.enum([
  'case-tracking',
  'case-sampling',
  'interview-child',
  'interview-family',
  'interview-staff',
  'interview-leader',
  'interview-partner',
  'observation',
  'document',
  'data',
  'formal-statement',
  'expert-opinion',
]);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;
