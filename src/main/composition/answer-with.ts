import { services } from './calls.ts';
import { workQueue, type Scope, type Session } from '../application/session/session.ts';
import type { Ports } from '../ports/ports.ts';
import type { Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallAnswer, CallInput, ChannelName } from '../../shared/ipc/contract.ts';

/** Answers calls of any window, keeping each window's place and letting writes queue. */
export function answerWith(
  ports: Ports,
): <N extends ChannelName>(
  window: string,
  channel: N,
  input: CallInput<N>,
) => Promise<Result<CallAnswer<N>, CallError>> {
  const sessions = new Map<string, Session>();
  const jobs = new Map<string, Scope['jobs']>();
  const queue = workQueue();
  const scopeOf = (window: string): Scope => {
    const session = sessions.get(window) ?? { window, opened: null };
    const running = jobs.get(window) ?? new Map<never, never>();
    sessions.set(window, session);
    jobs.set(window, running);
    return { ports, session, queue, jobs: running };
  };
  return (window, channel, input) => services[channel](scopeOf(window), input);
}
