import { commentWrittenBody } from '../events/comment-written.ts';
import type { DraftComment } from './draft-state.ts';
import type { Erasings } from './open-values.ts';
import type { GraphRecord } from './record-graph.ts';

/** The comments of a draft in fold order; erased ones are gone. */
export function foldComments(counted: readonly GraphRecord[], erasings: Erasings): readonly DraftComment[] {
  return counted.flatMap(({ record }): DraftComment[] => {
    if (record.type !== 'comment.written' || erasings.has(record.id)) return [];
    const body = commentWrittenBody.safeParse(record.body).data;
    return body === undefined ? [] : [{ id: record.id, author: record.author, at: record.at, ...body }];
  });
}
