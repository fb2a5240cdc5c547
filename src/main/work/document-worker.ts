// A worker thread that reads documents which somebody else made, one after another, and says how far it is.
import { parentPort } from 'node:worker_threads';
import { answerCalls } from './answer-calls.ts';
import { readTableFile } from '../documents/read-table-file.ts';
import { readReportLines } from '../documents/read-report-lines.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { ReportEdit } from '../../shared/report/report-edit.ts';
import { readStates } from '../../shared/report/read-states.ts';

const hear = (done: number, total: number): void => parentPort?.postMessage({ done, total });

/** The report read last: whoever moves paragraphs of it asks for it again and again. */
let last: { readonly bytes: Buffer; readonly file: Awaited<ReturnType<typeof readReportLines>> } | null =
  null;

answerCalls({
  readReport: (bytes: Uint8Array) => readReportLines(bytes, hear),
  readStates: async (
    bytes: Uint8Array,
    frameworks: readonly Framework[],
    framework: string | null,
    edits: readonly ReportEdit[],
  ) => {
    const file = last?.bytes.equals(bytes) === true ? last.file : await readReportLines(bytes, hear);
    last = { bytes: Buffer.from(bytes), file };
    return file.ok ? readStates(file.value, frameworks, framework, edits) : file;
  },
  readEvidence: (bytes: Uint8Array, sheet: string | null) => readTableFile(bytes, hear, sheet),
});
parentPort?.postMessage({ ready: true });
