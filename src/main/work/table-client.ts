import { Worker } from 'node:worker_threads';
import type { Documents } from '../ports.ts';
import { refused } from '../../shared/domain/result.ts';

type Read = Awaited<ReturnType<Documents['readEvidence']>>;

/** How often whoever waits is asked whether to go on, in milliseconds: some formats tell nothing on the way. */
const patience = 150;
/** Smaller files are read sooner than a thread is started. */
const small = 200_000;

/** Reads tables of evidence: a large file in a worker thread of its own, which is ended where the reading is stopped. */
export function readTablesIn(
  file: string,
  readHere: (bytes: Uint8Array) => Promise<Read>,
): Documents['readEvidence'] {
  return (bytes, watch = () => true) =>
    bytes.length <= small ? readHere(bytes) : readBeside(file, bytes, watch);
}

function readBeside(
  file: string,
  bytes: Uint8Array,
  watch: (done: number, total: number) => boolean,
): Promise<Read> {
  return new Promise<Read>((resolve, reject) => {
    const worker = new Worker(file, { workerData: bytes });
    let [done, total] = [0, bytes.length];
    const timer = setInterval(() => {
      if (!watch(done, total)) end(refused(stopped));
    }, patience);
    const end = (read: Read): void => {
      clearInterval(timer);
      resolve(read);
      void worker.terminate();
    };
    worker.on('message', (said: { table: Read } | { done: number; total: number }) => {
      if ('table' in said) end(said.table);
      else ({ done, total } = said);
    });
    worker.on('error', (error) => {
      clearInterval(timer);
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      clearInterval(timer);
      reject(new Error(`The reading of the file ended with ${code}.`));
    });
  });
}

const stopped = {
  message: 'You stopped the reading. Nothing was imported, and the file is unchanged.',
};
