import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';

/**
 * Whose vouching makes a colleague known to others who compared the voucher's phrase: an administrator's, an administrator's
 * or that of two others, nobody's.
 */
export const vouchingRuleSchema = z.enum(['administrators', 'administrators-or-two', 'nobody']);
export type VouchingRule = z.infer<typeof vouchingRuleSchema>;

/** What each rule says to people. Whoever vouches is somebody whose digits one compared oneself. */
export const vouchingRuleWords: { readonly [rule in VouchingRule]: string } = {
  administrators: 'An administrator’s',
  'administrators-or-two': 'An administrator’s, or that of two others',
  nobody: 'Nobody’s',
};

const vouchingRuledBody = z.strictObject({ rule: vouchingRuleSchema });

export const vouchingRuled = defineEvent({
  type: 'vouching.ruled',
  noun: ['rule of vouching', 'rules of vouching'],
  body: vouchingRuledBody,
  describe: ({ rule }) => `said whose vouching counts: ${vouchingRuleWords[rule]}`,
});
