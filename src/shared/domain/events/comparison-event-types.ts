import { calibrationSet } from './calibration-set.ts';
import { comparisonClosed } from './comparison-closed.ts';
import { comparisonLodged } from './comparison-lodged.ts';
import { comparisonOpened } from './comparison-opened.ts';
import type { EventType } from './define-event.ts';

/** The kinds of record of comparative judgment and of calibration. */
export const comparisonEventTypes: readonly EventType[] = [
  comparisonOpened,
  comparisonLodged,
  comparisonClosed,
  calibrationSet,
];
