import { sealTimeStamped } from '../events/seal-time-stamped.ts';
import type { OpenValues } from '../draft/open-values.ts';
import type { GraphRecord } from '../draft/record-graph.ts';
import type { FinalisingState } from './finalising-state.ts';
import { foldAccuracy } from './accuracy/fold-accuracy.ts';
import { approvableOf, foldApprovals } from './fold-approvals.ts';
import { foldReopenings } from './fold-reopenings.ts';

function foldTimeStamps(all: readonly GraphRecord[]): FinalisingState['timeStamps'] {
  return all.flatMap(({ record }) => {
    const body = sealTimeStamped.in(record);
    if (body === undefined) return [];
    const { seal, time, authority } = body;
    return [{ record: record.id, seal, time, authority }];
  });
}

/** What was done to make a draft final. `counted` is what the judgment rests on; `all` holds what came after a seal too. */
export function foldFinalising(
  counted: readonly GraphRecord[],
  all: readonly GraphRecord[],
  values: OpenValues,
): FinalisingState {
  const approvable = approvableOf(values);
  return {
    accuracy: foldAccuracy(counted, values),
    approvals: foldApprovals(counted, approvable),
    approvable,
    proposals: foldReopenings(all),
    timeStamps: foldTimeStamps(all),
  };
}
