import type { RetainedKind } from '../../framework/retention-schema.ts';

/** The kinds of records in each group that a schedule speaks of: all whose words can be taken out, and no others. */
export const retainedTypes: { readonly [kind in RetainedKind]: readonly string[] } = {
  evidence: ['evidence.noted', 'addendum.written'],
  attachments: ['attachment.added'],
  narrative: ['revision.saved', 'report.imported'],
  weighing: ['descriptor.marked', 'reason.given', 'question.answered'],
  comments: ['comment.written'],
  'provider-comments': ['accuracy.sent', 'accuracy.received', 'accuracy.answered'],
};

/** The kinds of records whose words can be taken out, whatever the schedule. */
export const erasableTypes: ReadonlySet<string> = new Set(Object.values(retainedTypes).flat());

/** What the groups are called. */
export const retainedTitles: { readonly [kind in RetainedKind]: string } = {
  evidence: 'evidence notes and additions',
  attachments: 'attached files',
  narrative: 'the text of the report and its revisions',
  weighing: 'marks, reasons and answers',
  comments: 'comments',
  'provider-comments': 'what was sent to the provider and came back',
};
