import type { GradeValue } from '../draft/grade-value.ts';
import { openValuesOf, type Erasings } from '../draft/open-values.ts';
import type { GraphRecord, RecordGraph } from '../draft/record-graph.ts';
import type { z } from 'zod';
import { absenceDeclaredBody } from '../events/absence-declared.ts';
import { comparisonOpenedBody } from '../events/comparison-opened.ts';
import { dissentRecordedBody } from '../events/dissent-recorded.ts';
import { gradeLodgedBody } from '../events/grade-lodged.ts';
import { gradeReconsideredBody } from '../events/grade-reconsidered.ts';
import { interestDeclaredBody } from '../events/interest-declared.ts';
import { pointAnsweredBody } from '../events/point-answered.ts';
import { provisionalShownBody } from '../events/provisional-shown.ts';
import type { RecordId, SignedRecord } from '../events/record.ts';
import { roundAbandonedBody } from '../events/round-abandoned.ts';
import { roundClosedBody } from '../events/round-closed.ts';
import { roundOpenedBody } from '../events/round-opened.ts';

/** A record with its body read. */
export interface Read<B> {
  readonly record: SignedRecord;
  readonly body: B;
}

/** The counted records of moderation, by kind, in fold order. */
export interface RoundRecords {
  readonly graph: RecordGraph;
  /** The team's grade of each area as a revision has it. */
  readonly gradesAt: (revision: RecordId) => (area: string) => GradeValue | null;
  readonly interests: readonly Read<z.infer<typeof interestDeclaredBody>>[];
  readonly opened: readonly Read<z.infer<typeof roundOpenedBody>>[];
  readonly lodged: readonly Read<z.infer<typeof gradeLodgedBody>>[];
  readonly closed: readonly Read<z.infer<typeof roundClosedBody>>[];
  readonly abandoned: readonly Read<z.infer<typeof roundAbandonedBody>>[];
  readonly shown: readonly Read<z.infer<typeof provisionalShownBody>>[];
  readonly absences: readonly Read<z.infer<typeof absenceDeclaredBody>>[];
  readonly reconsidered: readonly Read<z.infer<typeof gradeReconsideredBody>>[];
  readonly dissents: readonly Read<z.infer<typeof dissentRecordedBody>>[];
  readonly pointAnswers: readonly Read<z.infer<typeof pointAnsweredBody>>[];
  /** Rounds of comparative judgment, which are lodged and closed by records of their own. */
  readonly comparisons: {
    readonly opened: readonly Read<z.infer<typeof comparisonOpenedBody>>[];
    readonly lodged: readonly Read<z.infer<typeof gradeLodgedBody>>[];
    readonly closed: readonly Read<z.infer<typeof roundClosedBody>>[];
  };
}

/** Reads the counted records of moderation; records whose content is gone are left out. */
export function roundRecordsOf(
  graph: RecordGraph,
  counted: readonly GraphRecord[],
  erasings: Erasings,
): RoundRecords {
  const byType = Map.groupBy(counted, ({ record }) => record.type);
  const read = <B>(type: string, schema: z.ZodType<B>): readonly Read<B>[] =>
    (byType.get(type) ?? []).flatMap(({ record }) => {
      const body = schema.safeParse(record.body).data;
      return body === undefined ? [] : [{ record, body }];
    });
  return {
    graph,
    gradesAt: (revision) => {
      const values = openValuesOf(
        counted.filter(({ record }) => graph.isWithin(record.id, revision)),
        erasings,
      );
      return (area) => {
        const value = values.get(`grade/${area}`)?.at(-1)?.value ?? null;
        return value !== null && 'grade' in value ? value.grade : null;
      };
    },
    interests: read('interest.declared', interestDeclaredBody),
    opened: read('round.opened', roundOpenedBody),
    lodged: read('grade.lodged', gradeLodgedBody),
    closed: read('round.closed', roundClosedBody),
    abandoned: read('round.abandoned', roundAbandonedBody),
    shown: read('provisional.shown', provisionalShownBody),
    absences: read('absence.declared', absenceDeclaredBody),
    reconsidered: read('grade.reconsidered', gradeReconsideredBody),
    dissents: read('dissent.recorded', dissentRecordedBody),
    pointAnswers: read('point.answered', pointAnsweredBody),
    comparisons: {
      opened: read('comparison.opened', comparisonOpenedBody),
      lodged: read('comparison.lodged', gradeLodgedBody),
      closed: read('comparison.closed', roundClosedBody),
    },
  };
}
