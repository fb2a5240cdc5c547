import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { PersonId } from '../records/record.ts';
import { foldPairwise } from '../pairwise/fold-pairwise.ts';
import type { LodgingFacts } from '../lodging/lodging-records.ts';
import { foldChallenges } from './fold-challenges.ts';
import { foldRounds } from './fold-rounds.ts';
import type { ModerationState, DeclaredInterests } from './moderation-state.ts';
import { roundRecordsOf, type RoundRecords } from './round-records.ts';

/** Moderation folded from counted records, to be finished with what decrypting tells. */
export interface FoldedModeration {
  readonly records: RoundRecords;
  readonly stateWith: (facts: LodgingFacts) => ModerationState;
}

/** Folds what a draft's counted records say of its moderation, and those that a reveal `relied` on. */
export function foldModeration(
  graph: RecordGraph,
  counted: readonly GraphRecord[],
  relied: readonly GraphRecord[],
  values: OpenValues,
  owner: PersonId,
): FoldedModeration {
  const records = roundRecordsOf(graph, counted, relied);
  const interests = foldInterests(graph, records.interests);
  const challenges = foldChallenges(counted, owner);
  return {
    records,
    stateWith: (facts) => ({
      interests,
      rounds: foldRounds(records, values, facts),
      pairwise: foldPairwise(records.pairwise, facts),
      challenges,
      hiding: null,
    }),
  };
}

/** What each person has declared; of declarations made without knowing of each other all stand. */
function foldInterests(
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
      excludes: interests.some((interest) => interest.excludes),
    };
  });
}
