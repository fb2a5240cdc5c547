import { parentPort } from 'node:worker_threads';

/** In a worker thread: answers calls by name, one after the other, each by its number. */
export function answerCalls(table: Readonly<Record<string, (...input: never[]) => unknown>>): void {
  parentPort?.on('message', ({ id, name, input }: { id: number; name: string; input: never[] }) => {
    try {
      const run = table[name];
      if (run === undefined) throw new Error(`No work is called ${name}.`);
      parentPort?.postMessage({ id, answer: run(...input) });
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, problem });
    }
  });
}
