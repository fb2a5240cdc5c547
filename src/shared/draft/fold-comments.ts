import type { PersonId, RecordId } from '../records/record.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import { commentReplied } from './comment-replied.ts';
import { commentResolved } from './comment-resolved.ts';
import { commentWritten, type CommentWrittenBody } from './comment-written.ts';

interface CommentReply {
  readonly id: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly text: string;
}

/** A remark about words of a section, as they stood in a revision, and what became of it. */
export interface DraftComment extends CommentWrittenBody {
  readonly id: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** In fold order; erased ones are gone. */
  readonly replies: readonly CommentReply[];
  /** Who resolved it knowing every reply; null while it is open. */
  readonly resolved: { readonly record: RecordId; readonly author: PersonId; readonly at: string } | null;
}

/** The comments of a draft in fold order, each with its replies; erased ones are gone, what was said to them too. */
export function foldComments(
  counted: readonly GraphRecord[],
  graph: Pick<RecordGraph, 'isAncestor'>,
): readonly DraftComment[] {
  const about = Map.groupBy(
    counted,
    ({ record }) => (commentReplied.in(record) ?? commentResolved.in(record))?.comment ?? '',
  );
  return counted.flatMap(({ record }): DraftComment[] => {
    const body = record.words === undefined ? undefined : commentWritten.in(record);
    if (body === undefined) return [];
    const said = (about.get(record.id) ?? []).map((entry) => entry.record);
    const replied = said.filter(({ type }) => type === commentReplied.type);
    const resolution = said.find(
      ({ id, type }) =>
        type === commentResolved.type && replied.every((reply) => graph.isAncestor(reply.id, id)),
    );
    const replies = replied.flatMap((reply): CommentReply[] => {
      const text = reply.words === undefined ? undefined : commentReplied.in(reply)?.text;
      return text === undefined ? [] : [{ id: reply.id, author: reply.author, at: reply.at, text }];
    });
    const resolved =
      resolution === undefined
        ? null
        : { record: resolution.id, author: resolution.author, at: resolution.at };
    return [{ id: record.id, author: record.author, at: record.at, ...body, replies, resolved }];
  });
}
