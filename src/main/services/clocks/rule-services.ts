import { exportClocks } from './export-clocks.ts';
import type { Scope } from '../session.ts';
import { writeRecord } from '../write-records.ts';
import { done, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type Written = Promise<Result<SavedView, CallError>>;

/** The services of facts, moments and clocks. */
export const ruleServices = {
  recordFact: (scope: Scope, { draft, ...body }: CallInput<'recordFact'>): Written =>
    writeRecord(scope, draft, () => done({ type: 'fact.recorded', body })),
  recordMoment: (scope: Scope, { draft, ...body }: CallInput<'recordMoment'>): Written =>
    writeRecord(scope, draft, () => done({ type: 'moment.recorded', body })),
  pauseClock: (scope: Scope, { draft, ...body }: CallInput<'pauseClock'>): Written =>
    writeRecord(scope, draft, () => done({ type: 'clock.paused', body })),
  resumeClock: (scope: Scope, { draft, ...body }: CallInput<'resumeClock'>): Written =>
    writeRecord(scope, draft, () => done({ type: 'clock.resumed', body })),
  exportClocks,
};
