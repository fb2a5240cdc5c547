import type { EvidenceKind } from './evidence-kind.ts';

/** What each kind of evidence is called. */
export const kindTitles: Readonly<Record<EvidenceKind, string>> = {
  'case-tracking': 'Case tracking',
  'case-sampling': 'Case sampling',
  'interview-child': 'Interview with child',
  'interview-family': 'Interview with family',
  'interview-staff': 'Interview with staff',
  'interview-leader': 'Interview with leader',
  'interview-partner': 'Interview with partner',
  observation: 'Observation',
  document: 'Document',
  data: 'Data',
  'formal-statement': 'Formal statement',
  'expert-opinion': 'Expert opinion',
};
