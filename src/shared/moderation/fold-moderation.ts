import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import type { Read } from '../lodging/lodging-records.ts';
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
  const interests = foldInterests(records);
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

/**
 * What each person has declared, and what was recorded for them; of records about one person that were made without
 * knowing of each other all stand.
 */
function foldInterests({ graph, interests, recorded }: RoundRecords): readonly DeclaredInterests[] {
  const latest = <B>(all: readonly Read<B>[]): readonly Read<B>[] =>
    all.filter(({ record }) => !all.some((other) => graph.isAncestor(record.id, other.record.id)));
  const declared = Map.groupBy(interests, ({ record }) => record.author);
  const forOthers = Map.groupBy(recorded, ({ body }) => body.person);
  return [...new Set([...declared.keys(), ...forOthers.keys()])].map((person) => {
    const own = latest(declared.get(person) ?? []);
    const others = latest(forOthers.get(person) ?? []);
    const standing = [
      ...own.flatMap(({ body }) => body.interests.map((each) => ({ ...each, recordedBy: null }))),
      ...others.flatMap(({ record, body }) =>
        body.interests.map((each) => ({ ...each, recordedBy: record.author })),
      ),
    ];
    return {
      person,
      records: [...own, ...others].map(({ record }) => record.id),
      at: (own.at(-1) ?? others.at(-1))?.record.at ?? '',
      declared: own.length > 0,
      interests: standing,
      excludes: standing.some((interest) => interest.excludes),
    };
  });
}
