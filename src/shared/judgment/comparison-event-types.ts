import { calibrationSet } from '../moderation/calibration-set.ts';
import { comparisonAbandoned } from '../pairwise/comparison-abandoned.ts';
import { comparisonClosed } from '../pairwise/comparison-closed.ts';
import { comparisonLodged } from '../pairwise/comparison-lodged.ts';
import { comparisonOpened } from '../pairwise/comparison-opened.ts';
import type { EventType } from '../records/define-event.ts';

/** The kinds of record of comparative judgment and of calibration. */
export const comparisonEventTypes: readonly EventType[] = [
  comparisonOpened,
  comparisonLodged,
  comparisonClosed,
  comparisonAbandoned,
  calibrationSet,
];
