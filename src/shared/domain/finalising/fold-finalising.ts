import type { OpenValues } from '../draft/open-values.ts';
import type { GraphRecord } from '../draft/record-graph.ts';
import type { FinalisingState } from './finalising-state.ts';
import { approvableOf, foldApprovals } from './fold-approvals.ts';
import { foldReopenings } from './fold-reopenings.ts';

/** What was done to make a draft final. `counted` is what the judgment rests on; `all` holds what came after a seal too. */
export function foldFinalising(
  counted: readonly GraphRecord[],
  all: readonly GraphRecord[],
  values: OpenValues,
): FinalisingState {
  const approvable = approvableOf(values);
  return { approvals: foldApprovals(counted, approvable), approvable, proposals: foldReopenings(all) };
}
