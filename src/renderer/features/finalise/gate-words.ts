/** What a gate's status is called, for those who do not see its sign. */
export const statusWords = {
  done: 'Done',
  'not-needed': 'Does not apply',
  blocking: 'Blocks sealing',
  'reason-needed': 'Needs a reason',
} as const;
