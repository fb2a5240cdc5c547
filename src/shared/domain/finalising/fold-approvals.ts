import { judgmentApproved } from '../events/judgment-approved.ts';
import type { RecordId } from '../events/record.ts';
import { fieldCalled } from '../draft/fields.ts';
import type { OpenValues } from '../draft/open-values.ts';
import type { GraphRecord } from '../draft/record-graph.ts';
import type { Approval } from './finalising-state.ts';
import { revisionSaved } from '../events/revision-saved.ts';

/** The records whose narratives, grades and points stand, sorted: what an approval approves. */
export function approvableOf(values: OpenValues): readonly RecordId[] {
  const standing = [...values].flatMap(([field, open]) =>
    fieldCalled(field)?.isJudged === true ? open.map(({ record }) => record.id) : [],
  );
  return [...new Set(standing)].sort();
}

/** Folds approvals: each stands while the judgment is exactly what was approved, and counts for who wrote no revision. */
export function foldApprovals(
  counted: readonly GraphRecord[],
  approvable: readonly RecordId[],
): readonly Approval[] {
  const writers = new Set(
    counted.flatMap(({ record }) => (record.type === revisionSaved.type ? [record.author] : [])),
  );
  return counted.flatMap(({ record }) => {
    if (record.type !== judgmentApproved.type) return [];
    const body = judgmentApproved.in(record);
    if (body === undefined) return [];
    const { id, author, at } = record;
    const approved = body.approved.toSorted();
    const stands = approved.length === approvable.length && approved.every((one, i) => one === approvable[i]);
    return [{ record: id, author, at, note: body.note, stands, wrote: writers.has(author) }];
  });
}
