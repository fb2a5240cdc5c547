import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** What somebody says to a comment. A reply that a resolution did not know of opens the comment again. */
export const commentRepliedBody = z.strictObject({ comment: recordIdSchema, text: saidSchema });

export const commentReplied = defineEvent({
  type: 'comment.replied',
  noun: ['reply to a comment', 'replies to comments'],
  reachesBack: false,
  whileNewer: true,
  erasable: 'comments',
  trail: 'text',
  isContribution: true,
  notice: ['replied to a comment', 'wrote % replies to comments'],
  body: commentRepliedBody,
  words: ['text'],
  may: reviewers,
  names: (body) => [body.comment],
  describe: () => 'replied to a comment',
});
