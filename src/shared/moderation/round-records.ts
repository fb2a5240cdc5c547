import type { GradeValue } from '../values/grade-value.ts';
import { gradeField } from '../draft/judgment-fields.ts';
import { openValuesOf } from '../records/open-values.ts';
import { inFoldOrder } from '../records/fold-order.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import { arbiterAsked } from './arbiter-asked.ts';
import { arbiterDecided } from './arbiter-decided.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { absenceDeclared } from '../lodging/absence-declared.ts';
import { comparisonClosed } from '../pairwise/comparison-closed.ts';
import { comparisonLodged } from '../pairwise/comparison-lodged.ts';
import { comparisonOpened } from '../pairwise/comparison-opened.ts';
import type { BodyOf, DefinedEvent } from '../records/define-event.ts';
import { dissentRecorded } from './dissent-recorded.ts';
import { gradeLodged } from '../lodging/grade-lodged.ts';
import { gradeReconsidered } from './grade-reconsidered.ts';
import { interestDeclared } from './interest-declared.ts';
import { interestRecorded } from './interest-recorded.ts';
import { pointAnswered } from './point-answered.ts';
import { provisionalShown } from '../lodging/provisional-shown.ts';
import type { RecordId } from '../records/record.ts';
import type { PairwiseRecords } from '../pairwise/fold-pairwise.ts';
import type { LodgingRecords, Read } from '../lodging/lodging-records.ts';
import { comparisonAbandoned } from '../pairwise/comparison-abandoned.ts';
import { roundAmended } from '../lodging/round-amended.ts';
import { roundAbandoned } from '../lodging/round-abandoned.ts';
import { roundClosed } from '../lodging/round-closed.ts';
import { roundOpened } from '../lodging/round-opened.ts';

/** The counted records of moderation, by kind, in fold order. */
export interface RoundRecords extends LodgingRecords {
  /** The team's grade of each area as a revision has it. */
  readonly gradesAt: (revision: RecordId) => (area: string) => GradeValue | null;
  readonly interests: readonly Read<BodyOf<typeof interestDeclared>>[];
  readonly recorded: readonly Read<BodyOf<typeof interestRecorded>>[];
  readonly opened: readonly Read<BodyOf<typeof roundOpened>>[];
  readonly shown: readonly Read<BodyOf<typeof provisionalShown>>[];
  readonly absences: readonly Read<BodyOf<typeof absenceDeclared>>[];
  readonly reconsidered: readonly Read<BodyOf<typeof gradeReconsidered>>[];
  readonly dissents: readonly Read<BodyOf<typeof dissentRecorded>>[];
  readonly arbiterAsked: readonly Read<BodyOf<typeof arbiterAsked>>[];
  readonly arbiterDecided: readonly Read<BodyOf<typeof arbiterDecided>>[];
  readonly revisions: readonly Read<BodyOf<typeof revisionSaved>>[];
  readonly pointAnswers: readonly Read<BodyOf<typeof pointAnswered>>[];
  /** Pairwise rounds are lodged, revealed and given up by records of their own. */
  readonly pairwise: PairwiseRecords;
}

/**
 * Reads the counted records of moderation, and those that count for a reveal that `relied` on them; of a record whose words
 * were erased what it does is left.
 */
export function roundRecordsOf(
  graph: RecordGraph,
  counted: readonly GraphRecord[],
  relied: readonly GraphRecord[],
): RoundRecords {
  const byType = Map.groupBy(inFoldOrder([...counted, ...relied]), ({ record }) => record.type);
  const read = <B>(definition: DefinedEvent<B>): readonly Read<B>[] =>
    (byType.get(definition.type) ?? []).flatMap(({ record }) => {
      const body = definition.in(record);
      return body === undefined ? [] : [{ record, body }];
    });
  const shared = {
    graph,
    relied: new Set(relied.map(({ record }) => record.id)),
    interests: read(interestDeclared),
    recorded: read(interestRecorded),
    amended: read(roundAmended),
  };
  return {
    ...shared,
    gradesAt: (revision) => {
      const values = openValuesOf(counted.filter(({ record }) => graph.isWithin(record.id, revision)));
      return (area) => gradeField.of(values, { area }).at(-1)?.value ?? null;
    },
    opened: read(roundOpened),
    lodged: read(gradeLodged),
    closed: read(roundClosed),
    abandoned: read(roundAbandoned),
    shown: read(provisionalShown),
    absences: read(absenceDeclared),
    reconsidered: read(gradeReconsidered),
    dissents: read(dissentRecorded),
    arbiterAsked: read(arbiterAsked),
    arbiterDecided: read(arbiterDecided),
    revisions: read(revisionSaved),
    pointAnswers: read(pointAnswered),
    pairwise: {
      ...shared,
      abandoned: read(comparisonAbandoned),
      opened: read(comparisonOpened),
      lodged: read(comparisonLodged),
      closed: read(comparisonClosed),
    },
  };
}
