import { Worker, type ResourceLimits } from 'node:worker_threads';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Calls into one worker thread, started with the first call. It holds the process open only while work is under way;
 * where it dies, what was under way is refused and the next call starts another. `limits` are megabytes of its heap.
 */
export function workerCalls(
  file: string,
  data?: unknown,
  limits: ResourceLimits = {},
): (name: string, ...input: unknown[]) => Promise<never> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const fail = (error: Error): void => {
    worker = null;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    const made = new Worker(file, { workerData: data, resourceLimits: limits });
    made.on('message', ({ id, answer, problem }: { id: number; answer: never; problem?: string }) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
      if (problem === undefined) one?.resolve(answer);
      else one?.reject(new Error(problem));
    });
    made.on('error', fail);
    made.on('exit', (code) => {
      if (worker === made) fail(new Error(`The worker ended with ${code}.`));
    });
    return made;
  };
  return (name, ...input) =>
    new Promise<never>((resolve, reject) => {
      worker ??= started();
      worker.ref();
      count += 1;
      waiting.set(count, { resolve, reject });
      worker.postMessage({ id: count, name, input });
    });
}
