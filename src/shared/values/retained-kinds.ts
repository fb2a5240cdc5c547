/** What of a draft can be erased, in the groups that a retention schedule speaks of. */
export const retainedKinds = [
  'evidence',
  'attachments',
  'narrative',
  'weighing',
  'comments',
  'provider-comments',
] as const;
/** One group of what can be erased. */
export type RetainedKind = (typeof retainedKinds)[number];
