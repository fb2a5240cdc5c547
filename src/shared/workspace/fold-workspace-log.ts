import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import { draftMoved } from './draft-moved.ts';
import { draftRemoved } from './draft-removed.ts';
import { workspaceEventTypes } from './workspace-event-types.ts';
import { isNewerThan } from '../records/define-event.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import { workspaceFounded } from './workspace-founded.ts';
import type { LostDevices } from '../people/lost-devices.ts';
import { administrationOf, type Administration } from './administrators.ts';

/** A draft whose absence from the workspace is lawful. */
export interface GoneDraft {
  readonly how: 'removed' | 'moved';
  readonly who: PersonId;
  /** ISO time, as its author's clock claims. */
  readonly when: string;
  readonly reason: string;
  /** Where it was moved to, in people's words; null where it was removed. */
  readonly to: string | null;
  readonly record: RecordId;
}

/** What a workspace's own log says. */
export interface WorkspaceLog extends Administration {
  /** By draft, why it is lawfully gone: the last record of the fold that says so. */
  readonly gone: ReadonlyMap<RecordId, GoneDraft>;
  /** Whether a newer version wrote in it, as an administrator: what that does is not known here. */
  readonly newer: boolean;
}

/** A log that was put together, with the records that it was put together from. */
export interface FoldedWorkspaceLog extends WorkspaceLog {
  readonly graph: RecordGraph;
}

/** What is known of a workspace whose log was not read, or cannot be put together: nothing is lawfully gone. */
export const nothingSaid: WorkspaceLog = {
  administrators: [],
  officeHolders: [],
  setAside: new Map(),
  gone: new Map(),
  newer: false,
};

/** Whether a record is of a version or kind that this version of Plumbline does not know. */
export function isNewerInWorkspace(record: SignedRecord): boolean {
  return isNewerThan(workspaceEventTypes, record);
}

/**
 * What a set of checked records says of the workspace with this id: the same whatever order they came in. Null where
 * its founding record is not among them.
 */
export function foldWorkspaceLog(
  id: RecordId,
  records: Iterable<SignedRecord>,
  lost: LostDevices = new Map(),
): FoldedWorkspaceLog | null {
  const graph = new RecordGraph(id, records, workspaceEventTypes);
  const first = graph.get(id);
  if (first?.event == null || first.record.type !== workspaceFounded.type) return null;
  const { setAside, ...offices } = administrationOf(graph, lost);
  const counted = graph.entries.filter(({ record }) => !setAside.has(record.id));
  const gone = new Map(counted.flatMap(goneIn));
  const newer = counted.some(({ record }) => isNewerInWorkspace(record));
  return { graph, ...offices, setAside, gone, newer };
}

function goneIn({ record, event }: GraphRecord): readonly [RecordId, GoneDraft][] {
  if (event === null) return [];
  const by = { who: record.author, when: record.at, record: record.id };
  const removed = draftRemoved.in(record);
  if (removed !== undefined)
    return [[removed.draft, { ...by, how: 'removed', reason: removed.reason, to: null }]];
  const moved = draftMoved.in(record);
  return moved === undefined
    ? []
    : [[moved.draft, { ...by, how: 'moved', reason: moved.reason, to: moved.to }]];
}
