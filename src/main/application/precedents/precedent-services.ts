import { importOutcomes } from './import-outcomes.ts';
import { precedentsOfPattern } from './precedents-of-pattern.ts';

/** The services of published outcomes and precedents, one for every channel of theirs. */
export const precedentServices = { importOutcomes, findPrecedents: precedentsOfPattern };
