import { Worker } from 'node:worker_threads';
import type { Documents, WatchReading } from '../ports/ports.ts';
import { boundProblem, documentBounds } from '../documents/bounds/document-bounds.ts';
import { reportProblem, type ReportProblem } from '../../shared/report/report-problem.ts';
import { refused, type Result } from '../../shared/result.ts';

type Read = Result<never, ReportProblem>;
type Message =
  | { readonly ready: true }
  | { readonly done: number; readonly total: number }
  | { readonly answer: Read }
  | { readonly problem: string };

/** A thread that reads, and who hears of it at present. */
interface Thread {
  readonly worker: Worker;
  /** Settles once it can read: what fails before that is the program's fault and not the file's. */
  readonly ready: Promise<null>;
  hear: (message: Message) => void;
  fail: (error: Error) => void;
  ended: boolean;
  /** Ends it where no other file comes. */
  resting?: NodeJS.Timeout;
}

/** How often whoever waits is asked whether to go on, and memory is looked at, in milliseconds. */
const patience = 100;
/** After a larger file the thread is ended, to give its memory back. */
const small = 2_000_000;
/** So long a thread waits for the next file, in milliseconds. */
const rest = 60_000;
const megabyte = 1_000_000;

function startThread(file: string): Thread {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: documentBounds.heap.most, maxYoungGenerationSizeMb: 48 },
  });
  const ready = Promise.withResolvers<null>();
  const thread: Thread = {
    worker,
    ready: ready.promise,
    hear: () => undefined,
    fail: () => undefined,
    ended: false,
  };
  const fail = (error: Error): void => {
    thread.ended = true;
    ready.reject(error);
    thread.fail(error);
  };
  worker.on('message', (message: Message) => {
    if ('ready' in message) ready.resolve(null);
    else thread.hear(message);
  });
  worker.on('error', (error) => {
    fail(error instanceof Error ? error : new Error(String(error)));
  });
  worker.on('exit', (code) => {
    fail(new Error(`The thread that reads documents ended with ${code}.`));
  });
  return thread;
}

/** Ends a reading whose thread holds more bytes beside its heap than their bound: nothing else counts those. */
function watchBuffers(worker: Worker, end: () => void): NodeJS.Timeout {
  return setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory: bytes }) => {
        if (bytes > documentBounds.buffers.most * megabyte) end();
      },
      // It has ended by itself.
      () => undefined,
    );
  }, patience);
}

/** What is done with each file that is read: its name in the worker, the file, what else it needs. */
interface Call {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly more: readonly unknown[];
  readonly hear: (done: number, total: number) => void;
  readonly stop: AbortSignal;
}

/** Reads documents in a worker thread, one at a time; a thread in which a bound is met is ended and the next file gets another. */
function readsIn(file: string, seconds: number): (call: Call) => Promise<Read> {
  let idle: Thread | null = null;
  const keep = (thread: Thread): void => {
    idle = thread;
    thread.worker.unref();
    thread.resting = setTimeout(() => {
      idle = null;
      void thread.worker.terminate();
    }, rest).unref();
  };
  return async ({ name, bytes, more, hear, stop }) => {
    const thread = idle === null || idle.ended ? startThread(file) : idle;
    clearTimeout(thread.resting);
    idle = null;
    const { worker } = thread;
    worker.ref();
    const timers: NodeJS.Timeout[] = [];
    const state = { answered: false };
    try {
      await thread.ready;
      if (stop.aborted) return refused(reportProblem('stopped'));
      return await new Promise<Read>((resolve) => {
        const end = (problem: ReportProblem): void => {
          resolve(refused(problem));
        };
        thread.fail = (error) => {
          end(problemOf(error));
        };
        thread.hear = (message) => {
          if ('answer' in message) {
            state.answered = true;
            resolve(message.answer);
          } else if ('problem' in message) end(problemOf(new Error(message.problem)));
          else if ('done' in message) hear(message.done, message.total);
        };
        stop.addEventListener('abort', () => {
          end(reportProblem('stopped'));
        });
        timers.push(
          setTimeout(() => {
            end(boundProblem('seconds', seconds));
          }, seconds * 1000),
          watchBuffers(worker, () => {
            end(boundProblem('buffers'));
          }),
        );
        // A copy: a part of a larger buffer would bring its neighbours along.
        const copy = new Uint8Array(bytes);
        worker.postMessage({ id: 0, name, input: [copy, ...more] }, [copy.buffer]);
      });
    } finally {
      timers.forEach(clearTimeout);
      [thread.hear, thread.fail] = [() => undefined, () => undefined];
      if (state.answered && bytes.length <= small) keep(thread);
      else void worker.terminate();
    }
  };
}

/** What ended a thread in the middle of a file: its memory, or a file that its reader did not survive. */
function problemOf(error: Error): ReportProblem {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return boundProblem('heap');
  console.error('Plumbline: a document could not be read:', error.stack);
  return reportProblem('damaged');
}

/** Readers of documents that somebody else made: beside the host, within bounds, stopped by whoever watches. */
export function documentsIn(
  file: string,
  { seconds }: { readonly seconds: number } = { seconds: documentBounds.seconds.most },
): Pick<Documents, 'readReport' | 'readStates' | 'readEvidence'> {
  const read = readsIn(file, seconds);
  let turn: Promise<unknown> = Promise.resolve();
  const ask = async (
    name: string,
    bytes: Uint8Array,
    watch: WatchReading = () => true,
    ...more: readonly unknown[]
  ): Promise<Read> => {
    const stopping = new AbortController();
    let [done, total] = [0, bytes.length];
    const asking = setInterval(() => {
      if (!watch(done, total)) stopping.abort();
    }, patience);
    const stopped = new Promise<Read>((resolve) => {
      stopping.signal.addEventListener('abort', () => {
        resolve(refused(reportProblem('stopped')));
      });
    });
    const reading = turn.then(() =>
      stopping.signal.aborted
        ? stopped
        : read({
            name,
            bytes,
            more,
            hear: (so, much) => ([done, total] = [so, much]),
            stop: stopping.signal,
          }),
    );
    turn = reading.catch(() => undefined);
    try {
      return await Promise.race([reading, stopped]);
    } finally {
      clearInterval(asking);
    }
  };
  return {
    readReport: (bytes, watch) => ask('readReport', bytes, watch),
    readStates: (bytes, frameworks, framework, watch, edits = []) =>
      ask('readStates', bytes, watch, frameworks, framework, edits),
    readEvidence: (bytes, watch, sheet = null) => ask('readEvidence', bytes, watch, sheet),
  };
}
