import { workerCalls } from './worker-calls.ts';
import type { Surveyors } from '../ports/catalogue-port.ts';

/**
 * A folder's records are read and let go of at once: most of what node would keep for the young among them (up to 150 MB
 * a thread, measured) only waits to be collected. With 8 MB they cost the same time.
 */
const limits = { maxYoungGenerationSizeMb: 8 };

/** Worker threads that verify folders; each takes the next folder as soon as it is free. */
export function surveyorsIn(file: string, count: number): Surveyors {
  const workers = Array.from({ length: count }, () => ({
    call: workerCalls(file, undefined, limits),
    busy: 0,
  }));
  return {
    count,
    survey: async (input) => {
      const [free] = workers.toSorted((a, b) => a.busy - b.busy);
      if (free === undefined) throw new RangeError('there are no worker threads');
      free.busy += 1;
      try {
        return await free.call('survey', input);
      } finally {
        free.busy -= 1;
      }
    },
  };
}
