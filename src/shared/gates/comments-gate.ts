import { besideFields } from '../judgment/changed-since.ts';
import { fieldTitlesOf } from '../judgment/field-title.ts';
import { count, excerptOf } from '../words.ts';
import { defineGate } from './gate.ts';

/** Every comment is resolved, or a reason says why it may stand open. */
export const commentsGate = defineGate({
  id: 'comments',
  title: 'Every comment is resolved',
  needsFramework: false,
  rule: 'open-comments',
  reasonRestsOn: (field) => field === besideFields.comments,
  check: ({ comments }) => {
    const open = comments.filter(({ resolved }) => resolved === null);
    if (comments.length === 0) return { status: 'not-needed', detail: 'Nobody commented on the text' };
    return open[0] === undefined
      ? { status: 'done', detail: `${comments.length} of ${comments.length} resolved` }
      : {
          status: 'reason-needed',
          detail: `${count(open.length, 'comment is', 'comments are')} open. Reply beside the paragraph, and resolve each.`,
          goTo: { screen: 'write', area: open[0].section },
        };
  },
  looksAt: ({ comments, notes }, framework, reason) => {
    const { place } = fieldTitlesOf(framework, notes);
    return comments.map(({ section, text, replies, resolved }) => ({
      title: excerptOf(text, 120),
      detail: `${place(section)}: ${resolved === null ? 'open' : 'resolved'}, ${count(replies.length, 'reply', 'replies')}`,
      isSettled: resolved !== null || reason !== null,
      goTo: { screen: 'write', area: section },
    }));
  },
});
