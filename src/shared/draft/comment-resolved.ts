import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** Nothing is left to do about a comment and every reply to it that its author knew. */
export const commentResolvedBody = z.strictObject({ comment: recordIdSchema });

export const commentResolved = defineEvent({
  type: 'comment.resolved',
  noun: ['resolved comment', 'resolved comments'],
  reachesBack: false,
  trail: 'text',
  notice: ['resolved a comment', 'resolved % comments'],
  body: commentResolvedBody,
  may: reviewers,
  names: (body) => [body.comment],
  describe: () => 'resolved a comment',
});
