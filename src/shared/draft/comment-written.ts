import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';

/** A remark about words of a section as they stood in a revision. It decides nothing: a comment is no challenge. */
export const commentWrittenBody = z.strictObject({
  section: slugSchema,
  revision: recordIdSchema,
  /** The words it is about, exactly as the revision has them. */
  quote: z.string().min(1).max(4000),
  text: saidSchema,
});

export type CommentWrittenBody = z.infer<typeof commentWrittenBody>;

export const commentWritten = defineEvent({
  type: 'comment.written',
  noun: ['comment', 'comments'],
  reachesBack: false,
  whileNewer: true,
  erasable: 'comments',
  trail: 'text',
  isContribution: true,
  notice: ['wrote a comment', 'wrote % comments'],
  body: commentWrittenBody,
  words: ['quote', 'text'],
  may: reviewers,
  names: (body) => [body.revision],
  describe: (body, { place }) => `commented on ${place(body.section)}`,
});
