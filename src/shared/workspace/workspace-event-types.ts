import { tableOfKinds } from '../records/define-event.ts';
import { administratorAppointed } from './administrator-appointed.ts';
import { administratorRemoved } from './administrator-removed.ts';
import { dayDecreed } from './day-decreed.ts';
import { draftMoved } from './draft-moved.ts';
import { draftRemoved } from './draft-removed.ts';
import { interestsListed } from './interests-listed.ts';
import { panelListed } from './panel-listed.ts';
import { programmeBegun } from './programme-begun.ts';
import { rosterListed } from './roster-listed.ts';
import { styleSet } from './style-set.ts';
import { vouchingRuled } from './vouching-ruled.ts';
import { workspaceFounded } from './workspace-founded.ts';

/** The kinds of record in a workspace's own log. */
export const workspaceEventTypes = tableOfKinds([
  workspaceFounded,
  administratorAppointed,
  administratorRemoved,
  draftRemoved,
  draftMoved,
  vouchingRuled,
  rosterListed,
  panelListed,
  interestsListed,
  dayDecreed,
  styleSet,
]);

/** The kinds of record in the programme's log. */
export const programmeEventTypes = tableOfKinds([programmeBegun]);
