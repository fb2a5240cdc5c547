import type { PersonId, RecordId } from '../records/record.ts';
import type { JudgedCloses } from './judge-closes.ts';
import type { LodgingRecords, OpenedRound } from './lodging-records.ts';
import type { JudgedLodging, LodgingStanding } from './lodging-state.ts';

type Lodged = LodgingRecords['lodged'][number];

/**
 * What became of every lodging of a round. Independent is one that every valid close counts, with its author's highest
 * number among those, alone with that number, and readable. One that no valid close knew of, and that knew of none, is
 * written without reference to the reveal: a close publishes the key, so naming old parents proves nothing about its time.
 */
export function lodgingStandings(
  { record: round }: OpenedRound,
  { graph, lodged }: LodgingRecords,
  { valid, keyOut, amended, isExcusedAt }: JudgedCloses,
  isOut: (person: PersonId) => boolean,
  isReadable: (lodging: RecordId) => boolean,
): readonly JudgedLodging[] {
  const own = lodged.filter((lodging) => lodging.body.round === round.id);
  const takesPart = (person: PersonId): boolean => amended.participants.includes(person) && !isOut(person);
  const countedByAll = (id: RecordId): boolean =>
    valid.length > 0 && valid.every((close) => close.counted.includes(id));
  const candidates = own.filter(
    ({ record: { id, author } }) =>
      takesPart(author) && !isExcusedAt(id, author) && countedByAll(id) && !afterAnyClose(id),
  );
  const byAuthor = Map.groupBy(candidates, ({ record }) => record.author);

  function afterAnyClose(id: RecordId): boolean {
    return keyOut.some((close) => graph.isAncestor(close, id));
  }

  function amongCandidates({ record, body: { n } }: Lodged): LodgingStanding {
    const theirs = byAuthor.get(record.author) ?? [];
    if (theirs.filter((lodging) => lodging.body.n === n).length > 1) return 'doubled';
    return theirs.some((lodging) => lodging.body.n > n) ? 'earlier' : 'independent';
  }

  function standingOf(lodging: Lodged): LodgingStanding {
    const { id, author } = lodging.record;
    if (!takesPart(author) || isExcusedAt(id, author)) return 'foreign';
    if (afterAnyClose(id)) return 'late';
    if (valid.length === 0) return 'lodged';
    if (candidates.includes(lodging)) return amongCandidates(lodging);
    if (valid.some((close) => close.counted.includes(id))) return 'contested';
    const known = valid.some((close) => graph.isAncestor(id, close.record));
    if (!known) return 'unproven';
    const replaced = (byAuthor.get(author) ?? []).some((other) => other.body.n > lodging.body.n);
    return replaced ? 'earlier' : 'left-out';
  }

  return own.map((lodging) => {
    const { id, author, at } = lodging.record;
    const judged = standingOf(lodging);
    const opens = judged === 'independent' || judged === 'earlier';
    const standing = opens && !isReadable(id) ? 'unreadable' : judged;
    return { record: id, author, at, n: lodging.body.n, standing };
  });
}
