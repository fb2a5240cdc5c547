import { tableOfKinds } from '../events/define-event.ts';
import { administratorAppointed } from '../events/administrator-appointed.ts';
import { administratorRemoved } from '../events/administrator-removed.ts';
import { auditBegun } from '../events/audit-begun.ts';
import { draftMoved } from '../events/draft-moved.ts';
import { draftRemoved } from '../events/draft-removed.ts';
import { programmeBegun } from '../events/programme-begun.ts';
import { workspaceFounded } from '../events/workspace-founded.ts';

/** The kinds of record in a workspace's own log. */
export const workspaceEventTypes = tableOfKinds([
  workspaceFounded,
  administratorAppointed,
  administratorRemoved,
  draftRemoved,
  draftMoved,
]);

/** The kinds of record in an audit's log. */
export const auditEventTypes = tableOfKinds([auditBegun]);

/** The kinds of record in the programme's log. */
export const programmeEventTypes = tableOfKinds([programmeBegun]);
