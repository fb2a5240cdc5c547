import { DamagedKey } from '../ports/damaged-key.ts';
import { contract, type CallInput, type ChannelName } from '../../shared/ipc/contract.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import { refused, type Result } from '../../shared/result.ts';

/** Who calls: a window this host made and still trusts, or anything else. */
export interface Sender {
  readonly window: string;
  readonly trusted: boolean;
}

/** What answers the calls: every channel's service, given a window and an input of the channel's shape. */
export type Answer = <N extends ChannelName>(
  window: string,
  channel: N,
  input: CallInput<N>,
) => Promise<Result<unknown, CallError>>;

function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(contract, name);
}

/**
 * The one entry for calls, whatever the host: checks sender, name and shape, and is the one place that catches what
 * nobody expected. A refusal always reaches the caller as one; nothing answers as though it had succeeded.
 */
export function createRouter(
  answer: Answer,
  report: (error: unknown, channel: string) => void,
): (sender: Sender, channel: string, input: unknown) => Promise<Result<unknown, CallError>> {
  return async (sender, channel, input) => {
    if (!sender.trusted) {
      return refused({
        code: 'untrusted-sender',
        message: 'This call did not come from a Plumbline window. Nothing was done.',
      });
    }
    if (!isChannel(channel)) {
      return refused({
        code: 'unknown-channel',
        message: 'Plumbline does not know this call. Nothing was done.',
      });
    }
    const read = contract[channel].input.safeParse(input);
    if (!read.success) {
      const issue = read.error.issues[0];
      return refused({
        code: 'wrong-shape',
        message:
          'What was entered is not in the form it must have. Nothing was changed. Correct it and try again.',
        detail: `${channel}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
      });
    }
    try {
      return await answer(sender.window, channel, read.data);
    } catch (error) {
      if (error instanceof DamagedKey) return refused({ code: 'damaged', message: error.message });
      report(error, channel);
      return refused({
        code: 'bug',
        message:
          'Something in Plumbline failed that should not have. Everything saved before is safe, and what you typed is kept on this computer. Try again; if it fails again, restart Plumbline.',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };
}
