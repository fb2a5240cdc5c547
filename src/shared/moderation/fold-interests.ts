import type { RecordGraph } from '../records/record-graph.ts';
import type { DeclaredInterests } from './moderation-state.ts';
import type { RoundRecords } from './round-records.ts';

/** What each person has declared; of declarations made without knowing of each other all stand. */
export function foldInterests(
  graph: RecordGraph,
  declared: RoundRecords['interests'],
): readonly DeclaredInterests[] {
  const byPerson = Map.groupBy(declared, ({ record }) => record.author);
  return [...byPerson].map(([person, all]) => {
    const standing = all.filter(
      ({ record }) => !all.some((other) => graph.isAncestor(record.id, other.record.id)),
    );
    const interests = standing.flatMap(({ body }) => body.interests);
    return {
      person,
      records: standing.map(({ record }) => record.id),
      at: standing.at(-1)?.record.at ?? '',
      interests,
      excludes: interests.some((one) => one.excludes),
    };
  });
}
