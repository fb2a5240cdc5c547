// A worker thread that reads one file of evidence into its table, tells how far it is, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readEvidenceTable } from '../documents/read-evidence-table.ts';

const bytes = z.instanceof(Uint8Array).parse(workerData);
const table = await readEvidenceTable(bytes, (done, total) => parentPort?.postMessage({ done, total }));
parentPort?.postMessage({ table });
