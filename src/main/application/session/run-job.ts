import type { Scope } from './session.ts';
import type { JobName } from '../../../shared/ipc/host-event.ts';

/** Long work while it runs. */
export interface Job {
  /** Aborted once the window asked to stop it; what is done until then stays, or is not kept, as the work says. */
  readonly signal: AbortSignal;
  /** Tells the window how far it is, in units of the work's own and in words. */
  readonly progress: (done: number, total: number, message: string) => void;
}

/** What of a scope long work needs. */
interface JobScope extends Pick<Scope, 'jobs' | 'session'> {
  readonly ports: Pick<Scope['ports'], 'windows'>;
}

/**
 * Does long work of a window under its name. The window can stop it from the moment this is called; where it heard how
 * far the work is, it hears of the end too, however the work ended.
 */
export async function runJob<T>(scope: JobScope, name: JobName, work: (job: Job) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const alike = scope.jobs.get(name) ?? new Set();
  scope.jobs.set(name, alike.add(stopping));
  let last = 0;
  const tell = (done: number, total: number, message: string, finished: boolean): void => {
    last = total;
    const { windows } = scope.ports;
    windows.send(scope.session.window, { kind: 'progress', job: name, done, total, message, finished });
  };
  try {
    return await work({
      signal: stopping.signal,
      progress: (done, total, message) => {
        tell(done, total, message, false);
      },
    });
  } finally {
    alike.delete(stopping);
    if (last > 0) tell(last, last, '', true);
  }
}

/** Asks all work of that name in this window to stop; where none runs there is nothing to do. */
export function stopJob({ jobs }: Pick<Scope, 'jobs'>, name: JobName): void {
  jobs.get(name)?.forEach((stopping) => {
    stopping.abort();
  });
}
