// A worker thread: takes pieces of work by name, one after the other, and answers each by its number.
import { parentPort } from 'node:worker_threads';
import { jobs } from '../../shared/jobs.ts';

parentPort?.on(
  'message',
  ({ id, name, input }: { id: number; name: keyof typeof jobs; input: unknown[] }) => {
    try {
      const run = jobs[name] as (...input: unknown[]) => unknown;
      parentPort?.postMessage({ id, answer: run(...input) });
    } catch (error) {
      parentPort?.postMessage({
        id,
        problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  },
);
