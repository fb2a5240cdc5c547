import type { PersonId, RecordId } from '../records/record.ts';
import { dayWords } from '../words.ts';
import type { LodgingRecords, OpenedRound } from './lodging-records.ts';
import type { Amendment, LodgingRound } from './lodging-state.ts';

/** A round's people and its day after every change that counts. */
export interface AmendedRound {
  /** The changes that count, in fold order. */
  readonly amendments: readonly Amendment[];
  /** Those of the opening, then whoever was added; an excused member is one still. */
  readonly participants: readonly PersonId[];
  readonly excused: LodgingRound['excused'];
}

/** The same, with what it was at single records. */
interface AmendableRound {
  /** Who were its members as far as the author of a record knew. */
  readonly membersAt: (record: RecordId) => ReadonlySet<PersonId>;
  /** Whether a lodging is of somebody who had been excused from the round, and knew of it. */
  readonly isExcusedAt: (lodging: RecordId, person: PersonId) => boolean;
  /** What is left of the changes where these closes revealed the round: what none of them knew of came too late. */
  readonly asRevealedBy: (closes: readonly RecordId[]) => AmendedRound;
}

/**
 * Judges the changes of an open round: by a holder, after no close that put the key into the files, and after no giving up.
 * None of them takes a lodging away: who was excused lodges nothing more from when they know of it.
 */
export function amendedRound(
  { record: round, body }: OpenedRound,
  { graph, amended, abandoned }: Pick<LodgingRecords, 'graph' | 'amended' | 'abandoned'>,
  keyOut: readonly RecordId[],
): AmendableRound {
  const holders = new Set(body.holders.map(({ person }) => person));
  const ends = [
    ...keyOut,
    ...abandoned.filter((giving) => giving.body.round === round.id).map((giving) => giving.record.id),
  ];
  const amendments = amended
    .filter(
      ({ record, body: change }) =>
        change.round === round.id &&
        holders.has(record.author) &&
        !ends.some((end) => graph.isAncestor(end, record.id)),
    )
    .map(({ record: { id, author, at }, body: change }): Amendment => {
      const { due, added, excused, unproven, reason } = change;
      return { record: id, author, at, due, added, excused, unproven, reason };
    });
  const membersBy = (changes: readonly Amendment[]): Set<PersonId> =>
    new Set([...body.participants, ...changes.flatMap(({ added }) => added)]);
  return {
    membersAt: (id) => membersBy(amendments.filter(({ record }) => graph.isAncestor(record, id))),
    asRevealedBy: (closes) => {
      const known = amendments.filter(
        ({ record }) => closes.length === 0 || closes.some((close) => graph.isAncestor(record, close)),
      );
      return {
        amendments: known,
        participants: [...membersBy(known)],
        excused: excusedBy(known, (earlier, later) => graph.isAncestor(earlier, later)),
      };
    },
    isExcusedAt: (lodging, person) => {
      const known = amendments.filter(({ record }) => graph.isAncestor(record, lodging));
      const isBack = (excusal: RecordId): boolean =>
        known.some(({ record, added }) => added.includes(person) && graph.isAncestor(excusal, record));
      return known.some(({ record, excused }) => excused.includes(person) && !isBack(record));
    },
  };
}

/** Members for whom nobody waits: each excused, and not added again by somebody who knew of that. */
function excusedBy(
  amendments: readonly Amendment[],
  isAncestor: (earlier: RecordId, later: RecordId) => boolean,
): LodgingRound['excused'] {
  const standing = amendments.flatMap(({ record, excused, reason }) =>
    excused.flatMap((person) =>
      amendments.some((other) => other.added.includes(person) && isAncestor(record, other.record))
        ? []
        : [{ person, record, reason }],
    ),
  );
  return [...Map.groupBy(standing, ({ person }) => person).values()].flatMap((all) => all.slice(0, 1));
}

/** What a change of a round did, in words: "To be lodged by Fri 16 Oct 2026; Ann Ash added; Ben Birch excused". */
export function amendmentWords(
  { due, added, excused, unproven }: Amendment,
  name: (person: PersonId) => string,
): string {
  const parts = [
    due === null ? '' : `To be lodged by ${dayWords(due)}`,
    ...added.map((person) => `${name(person)} added`),
    ...excused.map((person) => `${name(person)} excused`),
    unproven === null ? '' : `What has no proven time ${unproven} in a second line of figures`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
