import { sealTimeStampedBody } from '../events/seal-time-stamped.ts';
import type { Erasings, OpenValues } from '../draft/open-values.ts';
import type { GraphRecord } from '../draft/record-graph.ts';
import type { FinalisingState } from './finalising-state.ts';
import { foldAccuracy } from './accuracy/fold-accuracy.ts';
import { approvableOf, foldApprovals } from './fold-approvals.ts';
import { foldReopenings } from './fold-reopenings.ts';

function foldTimeStamps(all: readonly GraphRecord[]): FinalisingState['timeStamps'] {
  return all.flatMap(({ record }) => {
    const body =
      record.type === 'seal.time-stamped' ? sealTimeStampedBody.safeParse(record.body).data : undefined;
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
  erasings: Erasings,
): FinalisingState {
  const approvable = approvableOf(values);
  return {
    accuracy: foldAccuracy(counted, values, erasings),
    approvals: foldApprovals(counted, approvable),
    approvable,
    proposals: foldReopenings(all),
    timeStamps: foldTimeStamps(all),
  };
}
