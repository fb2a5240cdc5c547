import { dirname, join } from 'node:path';

/** The worker's file beside a program's entry: built ones stand together, sources in their folders. */
export function workerFile(entry: string): string {
  return entry.endsWith('.ts')
    ? join(dirname(entry), 'work', 'worker.ts')
    : join(dirname(entry), 'worker.js');
}
