import { dirname, join } from 'node:path';

export interface WorkerFiles {
  readonly heavy: string;
  readonly search: string;
  readonly checks: string;
  readonly catalogue: string;
  readonly survey: string;
  readonly documents: string;
}

/** The worker threads' files beside a program's entry: built ones stand together, sources in their folders. */
export function workerFiles(entry: string): WorkerFiles {
  const file = (name: string): string =>
    entry.endsWith('.ts') ? join(dirname(entry), 'work', `${name}.ts`) : join(dirname(entry), `${name}.js`);
  return {
    heavy: file('worker'),
    search: file('search-worker'),
    checks: file('check-worker'),
    catalogue: file('catalogue-worker'),
    survey: file('survey-worker'),
    documents: file('document-worker'),
  };
}
