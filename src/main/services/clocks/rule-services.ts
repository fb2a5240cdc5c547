import { exportClocks } from './export-clocks.ts';
import type { Services } from '../calls.ts';
import { writeRecord } from '../write-records.ts';
import { done } from '../../../shared/domain/result.ts';

/** The services of facts, moments and clocks. */
export const ruleServices: Pick<
  Services,
  'recordFact' | 'recordMoment' | 'pauseClock' | 'resumeClock' | 'exportClocks'
> = {
  recordFact: (scope, { draft, ...body }) =>
    writeRecord(scope, draft, () => done({ type: 'fact.recorded', body })),
  recordMoment: (scope, { draft, ...body }) =>
    writeRecord(scope, draft, () => done({ type: 'moment.recorded', body })),
  pauseClock: (scope, { draft, ...body }) =>
    writeRecord(scope, draft, () => done({ type: 'clock.paused', body })),
  resumeClock: (scope, { draft, ...body }) =>
    writeRecord(scope, draft, () => done({ type: 'clock.resumed', body })),
  exportClocks,
};
