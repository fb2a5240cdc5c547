import type { DraftScreen } from '../lib/route.ts';

/** What the screens of a draft are called. */
export const screenTitles: Readonly<Record<DraftScreen, string>> = {
  write: 'Write',
  evidence: 'Evidence',
  matrix: 'Matrix',
  revisions: 'Revisions',
  finalise: 'Finalise',
  people: 'People',
  'over-time': 'Over time',
};
