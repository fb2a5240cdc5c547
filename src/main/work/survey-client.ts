import { workerCalls } from './worker-calls.ts';
import type { Surveyors } from '../ports/catalogue-port.ts';

/** Worker threads that verify folders; each takes the next folder as soon as it is free. */
export function surveyorsIn(file: string, count: number): Surveyors {
  const workers = Array.from({ length: count }, () => ({ call: workerCalls(file), busy: 0 }));
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
