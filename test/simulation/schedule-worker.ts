// A worker thread that runs the schedules whose seeds it is sent, one after another, and answers with what came of each.
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { runSchedule, type Outcome } from './run-schedule.ts';

/** What came of a schedule: its outcome, or why it could not be run to its end. */
export type Ran = Outcome | { readonly seed: number; readonly failed: string };

async function ran(seed: number): Promise<Ran> {
  try {
    return await runSchedule(seed);
  } catch (error) {
    return { seed, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (message: unknown) => {
  void ran(z.number().parse(message)).then((outcome) => parentPort?.postMessage(outcome));
});
