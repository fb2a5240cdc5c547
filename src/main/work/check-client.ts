import { workerCalls } from './worker-calls.ts';
import type { CheckReport } from '../ports/report-checks-port.ts';

/** Checks reports in a worker thread of its own, so that typing waits for no long comparison. */
export function checksIn(worker: string): CheckReport {
  const call = workerCalls(worker);
  return (report, framework) => call('checkReport', report, framework);
}
