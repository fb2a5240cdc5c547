import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import { nations, type Nation } from '../clocks/holiday-calendars.ts';
import { dayDecreed, type DayDecreedBody } from './day-decreed.ts';
import { draftMoved } from './draft-moved.ts';
import { draftRemoved } from './draft-removed.ts';
import { interestsListed } from './interests-listed.ts';
import type { StandingInterest } from '../moderation/standing-interest.ts';
import { workspaceEventTypes } from './workspace-event-types.ts';
import { panelListed, type PanelListedBody } from './panel-listed.ts';
import { rosterListed } from './roster-listed.ts';
import { styleSet, type StyleSetBody } from './style-set.ts';
import { vouchingRuled, type VouchingRule } from './vouching-ruled.ts';
import { isNewerThan, type DefinedEvent } from '../records/define-event.ts';
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

/** A day that the team added to the holidays of some nations, or made a working day there. */
export interface TeamDay extends DayDecreedBody {
  readonly record: RecordId;
  readonly author: PersonId;
  /** ISO time, as its author's clock claims. */
  readonly at: string;
}

/** What a workspace's own log says. */
export interface WorkspaceLog extends Administration {
  /** By draft, why it is lawfully gone: the last record of the fold that says so. */
  readonly gone: ReadonlyMap<RecordId, GoneDraft>;
  /** Whose vouching counts, by the last record that says so. */
  readonly vouching: VouchingRule;
  /** Who is to join, by the last roster. */
  readonly roster: readonly { readonly name: string; readonly post: string }[];
  /** The panels that are set up, by name. */
  readonly panels: readonly PanelListedBody[];
  /** Everybody's standing interests, each person's own last list. */
  readonly interests: ReadonlyMap<PersonId, readonly StandingInterest[]>;
  /** The team's own days, the first first: of a day in a nation the last word. */
  readonly days: readonly TeamDay[];
  /** The team's house style, by the last word on it; null where nobody said anything. */
  readonly style: StyleSetBody | null;
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
  vouching: 'administrators',
  roster: [],
  panels: [],
  interests: new Map(),
  days: [],
  style: null,
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
  const said = counted.flatMap(({ record, event }) => (event === null ? [] : [record]));
  const last = <B>(kind: DefinedEvent<B>): B | undefined =>
    said.flatMap((record) => kind.in(record) ?? []).at(-1);
  const panels = new Map(
    said.flatMap((record) => panelListed.in(record) ?? []).map((panel) => [panel.panel, panel]),
  );
  const interests = new Map(
    said.flatMap((record) => {
      const listed = interestsListed.in(record);
      return listed === undefined ? [] : [[record.author, listed.interests] as const];
    }),
  );
  return {
    graph,
    interests,
    ...offices,
    setAside,
    gone,
    newer,
    vouching: last(vouchingRuled)?.rule ?? nothingSaid.vouching,
    roster: last(rosterListed)?.people ?? [],
    panels: [...panels.values()]
      .filter(({ chair }) => chair !== null)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    days: daysIn(said),
    style: last(styleSet) ?? nothingSaid.style,
  };
}

/** Each word on a day, with the nations in which nothing was said of it since. */
function daysIn(said: readonly SignedRecord[]): readonly TeamDay[] {
  const words = said.flatMap((record): readonly TeamDay[] => {
    const body = dayDecreed.in(record);
    return body === undefined ? [] : [{ ...body, record: record.id, author: record.author, at: record.at }];
  });
  const last = new Map(
    words.flatMap((word) => word.nations.map((nation) => [`${word.day} ${nation}`, word])),
  );
  const stands = (word: TeamDay, nation: Nation): boolean => last.get(`${word.day} ${nation}`) === word;
  return words
    .map((word) => ({
      ...word,
      nations: nations.filter((nation) => word.nations.includes(nation) && stands(word, nation)),
    }))
    .filter((word) => word.standing !== 'as-listed' && word.nations.length > 0)
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
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
