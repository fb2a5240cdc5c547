import type { EvidenceKind } from '../values/evidence-kind.ts';

/** The two letters that a note's code begins with, by kind: "CT-014". */
export const codePrefix: Readonly<Record<EvidenceKind, string>> = {
  'case-tracking': 'CT',
  'case-sampling': 'CS',
  'interview-child': 'CH',
  'interview-family': 'FA',
  'interview-staff': 'ST',
  'interview-leader': 'LE',
  'interview-partner': 'PA',
  observation: 'OB',
  document: 'DO',
  data: 'DA',
  'formal-statement': 'FS',
  'expert-opinion': 'EX',
};
