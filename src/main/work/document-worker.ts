// A worker thread that reads documents which somebody else made, one after another, and says how far it is.
import { parentPort } from 'node:worker_threads';
import { answerCalls } from './answer-calls.ts';
import { readTableFile } from '../documents/read-table-file.ts';
import { readReportLines } from '../documents/read-report-lines.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import { readStates } from '../../shared/report/read-states.ts';

const hear = (done: number, total: number): void => parentPort?.postMessage({ done, total });

answerCalls({
  readReport: (bytes: Uint8Array) => readReportLines(bytes, hear),
  readStates: async (bytes: Uint8Array, frameworks: readonly Framework[], framework: string | null) => {
    const file = await readReportLines(bytes, hear);
    return file.ok ? readStates(file.value, frameworks, framework) : file;
  },
  readEvidence: (bytes: Uint8Array, sheet: string | null) => readTableFile(bytes, hear, sheet),
});
parentPort?.postMessage({ ready: true });
