import { parentPort } from 'node:worker_threads';

/** In a worker thread: answers calls by name, each by its number; what answers later does not hold up the next. */
export function answerCalls(table: Readonly<Record<string, (...input: never[]) => unknown>>): void {
  const answer = async (name: string, input: never[]): Promise<unknown> => {
    const run = table[name];
    if (run === undefined) throw new Error(`No work is called ${name}.`);
    const value = await run(...input);
    return value;
  };
  parentPort?.on('message', ({ id, name, input }: { id: number; name: string; input: never[] }) => {
    answer(name, input).then(
      (value) => parentPort?.postMessage({ id, answer: value }),
      (error: unknown) => {
        const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
        parentPort?.postMessage({ id, problem });
      },
    );
  });
}
