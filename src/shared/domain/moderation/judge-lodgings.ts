import type { PersonId, RecordId } from '../events/record.ts';
import type { JudgedCloses } from './judge-closes.ts';
import type { RevealFacts } from './reveal-facts.ts';
import type { Lodging, LodgingStanding } from './round.ts';
import type { RoundRecords } from './round-records.ts';

type Opened = RoundRecords['opened'][number];
type Lodged = RoundRecords['lodged'][number];

/**
 * What became of every lodging of a round (design, section 7). Independent is one that every valid close counts, with
 * its author's highest number among those, alone with that number, and readable.
 */
export function judgeLodgings(
  { record: round, body }: Opened,
  { graph, lodged }: RoundRecords,
  { valid, keyOut }: JudgedCloses,
  isOut: (person: PersonId) => boolean,
  facts: RevealFacts,
): readonly Lodging[] {
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

  return own.map((one): Lodging => {
    const { id, author, at } = one.record;
    const opened = facts.opened.get(id);
    const judged = standingOf(one);
    const readable = judged === 'independent' || judged === 'earlier';
    const standing = readable && opened == null ? 'unreadable' : judged;
    const entries =
      valid.length === 0 || opened == null
        ? null
        : opened.entries.filter((entry) => body.areas.includes(entry.area));
    return { record: id, author, at, n: one.body.n, standing, entries };
  });
}
