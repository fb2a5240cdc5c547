import { workerCalls } from './worker-calls.ts';
import type { Jobs, RunJob } from '../../shared/jobs/jobs.ts';

/** Runs work in one worker thread beside the main thread. */
export function workerJobs(file: string): RunJob {
  const call = workerCalls(file);
  return <N extends keyof Jobs>(name: N, ...input: Parameters<Jobs[N]>): Promise<ReturnType<Jobs[N]>> =>
    call(name, ...input);
}
