import type { PersonId, RecordId } from '../records/record.ts';
import type { JudgedCloses } from './judge-closes.ts';
import type { LodgingRecords, OpenedRound } from './lodging-records.ts';
import type { JudgedLodging, LodgingStanding } from './lodging-state.ts';

type Lodged = LodgingRecords['lodged'][number];

/**
 * What became of every lodging of a round (design, section 7). Independent is one that every valid close counts, with
 * its author's highest number among those, alone with that number, and readable.
 */
export function lodgingStandings(
  { record: round, body }: OpenedRound,
  { graph, lodged }: LodgingRecords,
  { valid, keyOut }: JudgedCloses,
  isOut: (person: PersonId) => boolean,
  isReadable: (lodging: RecordId) => boolean,
): readonly JudgedLodging[] {
  const own = lodged.filter((one) => one.body.round === round.id);
  const takesPart = (person: PersonId): boolean => body.participants.includes(person) && !isOut(person);
  const countedByAll = (id: RecordId): boolean =>
    valid.length > 0 && valid.every((close) => close.counted.includes(id));
  const candidates = own.filter(
    ({ record }) => takesPart(record.author) && countedByAll(record.id) && !afterAnyClose(record.id),
  );
  const byAuthor = Map.groupBy(candidates, ({ record }) => record.author);

  function afterAnyClose(id: RecordId): boolean {
    return keyOut.some((close) => graph.isAncestor(close, id));
  }

  function amongCandidates({ record, body: { n } }: Lodged): LodgingStanding {
    const theirs = byAuthor.get(record.author) ?? [];
    if (theirs.filter((one) => one.body.n === n).length > 1) return 'doubled';
    return theirs.some((one) => one.body.n > n) ? 'earlier' : 'independent';
  }

  function standingOf(one: Lodged): LodgingStanding {
    const { id, author } = one.record;
    if (!takesPart(author)) return 'foreign';
    if (afterAnyClose(id)) return 'late';
    if (valid.length === 0) return 'lodged';
    if (candidates.includes(one)) return amongCandidates(one);
    if (valid.some((close) => close.counted.includes(id))) return 'contested';
    const known = valid.some((close) => graph.isAncestor(id, close.record));
    if (!known) return 'late';
    const replaced = (byAuthor.get(author) ?? []).some((other) => other.body.n > one.body.n);
    return replaced ? 'earlier' : 'left-out';
  }

  return own.map((one) => {
    const { id, author, at } = one.record;
    const judged = standingOf(one);
    const opens = judged === 'independent' || judged === 'earlier';
    const standing = opens && !isReadable(id) ? 'unreadable' : judged;
    return { record: id, author, at, n: one.body.n, standing };
  });
}
