import { workerCalls } from './worker-calls.ts';
import type { HeavyWork } from '../../shared/work/heavy-work.ts';

/** Does heavy work in one worker thread beside the main thread. */
export function heavyWorkIn(file: string): HeavyWork {
  const call = workerCalls(file);
  return (name, ...input) => call(name, ...input);
}
