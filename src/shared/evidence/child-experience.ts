import type { EvidenceKind } from '../values/evidence-kind.ts';

/** Whose account a note is: what the child's-experience view keeps apart. */
export const accounts = ['said', 'happened', 'professionals', 'records'] as const;
export type Account = (typeof accounts)[number];

/** What children and families said; what happened to them; what leaders, staff and partners said; what is on paper. */
export const accountOf: Readonly<Record<EvidenceKind, Account>> = {
  'interview-child': 'said',
  'interview-family': 'said',
  'case-tracking': 'happened',
  'case-sampling': 'happened',
  observation: 'happened',
  'interview-staff': 'professionals',
  'interview-leader': 'professionals',
  'interview-partner': 'professionals',
  'formal-statement': 'professionals',
  'expert-opinion': 'professionals',
  document: 'records',
  data: 'records',
};
