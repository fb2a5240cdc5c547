import type { DraftScreen, WorkspaceScreen } from '../lib/route.ts';

/** What the screens are called. */
export const screenTitles: Readonly<Record<DraftScreen | WorkspaceScreen, string>> = {
  inspections: 'Inspections',
  frameworks: 'Frameworks',
  waiting: 'Waiting for me',
  conflicts: 'Conflicts',
  happened: 'What happened',
  write: 'Write',
  evidence: 'Evidence',
  matrix: 'Matrix',
  revisions: 'Revisions',
  panel: 'Panel',
  finalise: 'Finalise',
  record: 'Record',
  people: 'People',
  'over-time': 'Over time',
};
