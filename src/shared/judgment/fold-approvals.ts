import { judgmentApproved, type ApprovedValue } from '../finalising/judgment-approved.ts';
import { fieldCalled } from './fields.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { GraphRecord } from '../records/record-graph.ts';
import type { Approval } from '../finalising/finalising-state.ts';
import { revisionSaved } from '../draft/revision-saved.ts';

/** The fields of the judgment, sorted, each with the records whose writes of it stand: what an approval approves. */
export function approvableOf(values: OpenValues): readonly ApprovedValue[] {
  return [...values]
    .filter(([field, open]) => open.length > 0 && fieldCalled(field)?.isJudged === true)
    .map(([field, open]) => ({ field, records: [...new Set(open.map(({ record }) => record.id))].sort() }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** Whether these name the same fields with the same writes: a field more, one less or another write is another judgment. */
export function sameValues(a: readonly ApprovedValue[], b: readonly ApprovedValue[]): boolean {
  const isSame = ({ field, records }: ApprovedValue, other: ApprovedValue | undefined): boolean =>
    field === other?.field &&
    records.length === other.records.length &&
    records.every((record, at) => record === other.records[at]);
  return a.length === b.length && a.every((value, at) => isSame(value, b[at]));
}

/** Folds approvals: each stands while the judgment is exactly what was approved, and counts for who wrote no revision. */
export function foldApprovals(
  counted: readonly GraphRecord[],
  approvable: readonly ApprovedValue[],
): readonly Approval[] {
  const writers = new Set(
    counted.flatMap(({ record }) => (record.type === revisionSaved.type ? [record.author] : [])),
  );
  return counted.flatMap(({ record }) => {
    if (record.type !== judgmentApproved.type) return [];
    const body = judgmentApproved.in(record);
    if (body === undefined) return [];
    const { id, author, at } = record;
    const { note, path } = body;
    const stands = sameValues(body.values, approvable);
    return [{ record: id, author, at, note, stands, wrote: writers.has(author), path }];
  });
}
