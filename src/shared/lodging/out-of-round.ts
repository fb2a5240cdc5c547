import type { PersonId } from '../records/record.ts';
import type { JudgedCloses } from './judge-closes.ts';
import type { LodgingRecords, Read } from './lodging-records.ts';

/**
 * Who is out for an interest: one that they declared before the key was in the files, or one that was recorded for them
 * before the reveal. Of the second every reveal that counts must have known: else whoever read a grade could take it out
 * by a record that names old parents.
 */
export function outOfRound(
  { graph, interests, recorded }: Pick<LodgingRecords, 'graph' | 'interests' | 'recorded'>,
  { keyOut, valid }: JudgedCloses,
): (person: PersonId) => boolean {
  const isBefore = ({ record }: Read<unknown>): boolean =>
    !keyOut.some((close) => graph.isAncestor(close, record.id));
  const declared = interests
    .filter(isBefore)
    .map(({ record, body }) => ({ record, ...body, person: record.author }));
  const forOthers = recorded
    .filter(
      (each) => isBefore(each) && valid.every((close) => graph.isAncestor(each.record.id, close.record)),
    )
    .map(({ record, body }) => ({ record, ...body }));
  const out = [declared, forOthers].flatMap((all) =>
    all
      .filter(
        ({ record, person }) =>
          !all.some((other) => other.person === person && graph.isAncestor(record.id, other.record.id)),
      )
      .filter((each) => each.interests.some((interest) => interest.excludes))
      .map(({ person }) => person),
  );
  return (person) => out.includes(person);
}
