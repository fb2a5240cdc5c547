import { judgmentReopened } from './judgment-reopened.ts';
import { reopeningProposed } from './reopening-proposed.ts';
import type { GraphRecord } from '../records/record-graph.ts';
import type { ReopeningProposal } from './finalising-state.ts';

/** Folds reopenings: a proposal with the record of another person who confirmed it for the same seal. */
export function foldReopenings(counted: readonly GraphRecord[]): readonly ReopeningProposal[] {
  const confirmations = counted.flatMap(({ record }) => {
    const body = judgmentReopened.in(record);
    return body === undefined ? [] : [{ ...body, record: record.id, author: record.author }];
  });
  return counted.flatMap(({ record }) => {
    const body = reopeningProposed.in(record);
    if (body === undefined) return [];
    const confirmed = confirmations.find(
      (confirmation) =>
        confirmation.proposal === record.id &&
        confirmation.seal === body.seal &&
        confirmation.author !== record.author,
    );
    const { id, author, at } = record;
    return [{ record: id, author, at, ...body, confirmedBy: confirmed?.record ?? null }];
  });
}
