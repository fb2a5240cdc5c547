import type { Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallAnswer, CallInput, Calls, ChannelName } from '../../shared/ipc/contract.ts';

/** A call that was refused, with words for people. */
export class CallFailure extends Error {
  readonly code: CallError['code'];
  readonly channel: ChannelName | null;

  constructor(error: CallError, channel: ChannelName | null = null) {
    super(error.message);
    this.code = error.code;
    this.channel = channel;
  }
}

let hear: ((channel: ChannelName) => void) | null = null;

/** Tells `listener` of every call that was answered and not refused. */
export function hearAnswers(listener: (channel: ChannelName) => void): void {
  hear = listener;
}

/** Makes a call to main; throws a `CallFailure` where it is refused. */
export async function call<N extends ChannelName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>> {
  const calls: Calls = window.plumbline;
  const result: Result<CallAnswer<N>, CallError> = await calls[name](input);
  if (!result.ok) {
    // The banner says it to the person; the console says which call it was to whoever looks for the cause.
    if (result.error.code === 'bug') console.error(name, result.error.message, result.error.detail ?? '');
    throw new CallFailure(result.error, name);
  }
  hear?.(name);
  return result.value;
}
