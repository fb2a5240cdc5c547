import type { RecordGraph } from '../records/record-graph.ts';
import type { PersonId } from '../records/record.ts';
import type { JudgedCloses } from './judge-closes.ts';
import type { DeclaredInterest } from './lodging-records.ts';

/** Who is out for an interest that they declared before the key was in the files. */
export function outOfRound(
  graph: RecordGraph,
  interests: readonly DeclaredInterest[],
  { keyOut }: JudgedCloses,
): (person: PersonId) => boolean {
  const before = interests.filter(
    ({ record }) => !keyOut.some((close) => graph.isAncestor(close, record.id)),
  );
  const standing = before.filter(
    ({ record }) =>
      !before.some(
        (other) => other.record.author === record.author && graph.isAncestor(record.id, other.record.id),
      ),
  );
  const out = new Set(
    standing
      .filter(({ body }) => body.interests.some((interest) => interest.excludes))
      .map(({ record }) => record.author),
  );
  return (person) => out.has(person);
}
