import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Ran } from './schedule-worker.ts';

/** How many schedules ran: all seeds from the first on, without a gap. */
export interface Ended {
  readonly run: number;
  readonly acknowledged: number;
  /** Seeds of schedules that failed, the lowest first. */
  readonly failing: readonly number[];
}

/**
 * Runs schedules in worker threads, the next seed to whoever is free, until all are done or `stop` aborts: what is under
 * way then is still run to its end. `tell` hears of every schedule as it ends.
 */
export async function runSchedules(
  first: number,
  schedules: number,
  threads: number,
  stop: AbortSignal,
  tell: (outcome: Ran, run: number) => void,
): Promise<Ended> {
  const failing: number[] = [];
  let [next, run, acknowledged] = [first, 0, 0];
  const lane = async (): Promise<void> => {
    const worker = new Worker(join(import.meta.dirname, 'schedule-worker.ts'));
    try {
      while (next < first + schedules && !stop.aborted) {
        const seed = next;
        next += 1;
        const outcome = await new Promise<Ran>((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage(seed);
        });
        worker.removeAllListeners('error');
        run += 1;
        if ('failed' in outcome || outcome.faults.length > 0) failing.push(seed);
        if (!('failed' in outcome)) acknowledged += outcome.acknowledged;
        tell(outcome, run);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, lane));
  return { run, acknowledged, failing: failing.sort((a, b) => a - b) };
}
