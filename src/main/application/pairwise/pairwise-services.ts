import { closeComparison } from './close-comparison.ts';
import { lodgeComparisons } from './lodge-comparisons.ts';
import { openComparison } from './open-comparison.ts';
import { keepComparisons, readComparison } from './own-comparisons.ts';

/** The services of comparative judgment, one for every channel of theirs. */
export const comparativeServices = {
  openComparison,
  readComparison,
  keepComparisons,
  lodgeComparisons,
  closeComparison,
};
