import type { Calls } from '../shared/ipc/contract.ts';
import type { CallError } from '../shared/ipc/call-error.ts';
import { refused, type Result } from '../shared/result.ts';

/**
 * The channels of the contract, which the build puts in: the contract itself has every schema of a call, of which a window
 * needs none, and would keep it from signing in while the rest is read.
 */
declare const channelNames: readonly string[];

/** Carries one call to main, by whatever the host has. */
type Carry = (channel: string, input: unknown) => Promise<unknown>;

/** One function for every channel of the contract, and nothing that takes a channel's name. */
export function makeCalls(carry: Carry): Calls {
  const calls: Record<string, (input: unknown) => Promise<Result<unknown, CallError>>> = {};
  for (const channel of channelNames) {
    calls[channel] = async (input) => asResult(await carry(channel, input));
  }
  if (!isWhole(calls)) throw new TypeError('a channel of the contract has no function');
  return calls;
}

function isWhole(calls: object): calls is Calls {
  return channelNames.every((channel) => channel in calls);
}

function asResult(answer: unknown): Result<unknown, CallError> {
  if (isResult(answer)) return answer;
  return refused({
    code: 'bug',
    message: 'Plumbline answered in a form that it should not have. Nothing was changed. Restart Plumbline.',
  });
}

function isResult(answer: unknown): answer is Result<unknown, CallError> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
