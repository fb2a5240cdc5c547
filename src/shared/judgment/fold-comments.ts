import { commentWritten } from '../draft/comment-written.ts';
import type { DraftComment } from './draft-state.ts';
import type { GraphRecord } from '../records/record-graph.ts';

/** The comments of a draft in fold order; erased ones are gone. */
export function foldComments(counted: readonly GraphRecord[]): readonly DraftComment[] {
  return counted.flatMap(({ record }): DraftComment[] => {
    if (record.type !== commentWritten.type || record.words === undefined) return [];
    const body = commentWritten.in(record);
    return body === undefined ? [] : [{ id: record.id, author: record.author, at: record.at, ...body }];
  });
}
