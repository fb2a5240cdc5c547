import { listConflicts } from './list-conflicts.ts';
import { haveLooked, whatHappened } from './what-happened.ts';
import { whatWaits } from './what-waits.ts';

/** The services of working together, by channel. */
export const togetherCalls = { whatWaits, listConflicts, whatHappened, haveLooked };
