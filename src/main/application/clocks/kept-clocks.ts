import { clockFactsOf } from './clocks-of.ts';
import type { WorkspaceHolidays } from './workspace-holidays.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { clockStates, mostUrgent, type ClockFacts } from '../../../shared/clocks/clock-states.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';

/** What a draft itself says of its clocks; with a day and the holidays it tells how they stand. */
type KeptClocks = Omit<ClockFacts, 'holidays' | 'today'>;

/** What a draft says of its clocks; null where it stands under no framework. */
export function keptClocks(draft: SeenDraft, sha256: (utf8: string) => string): KeptClocks | null {
  return clockFactsOf(draft.state, adoptedFramework(draft, sha256));
}

/** A line of the list with the clock that asks for something first, as it stands today. */
export function withClock(
  row: DraftRow,
  clocks: KeptClocks | null,
  { holidays, today }: WorkspaceHolidays,
): DraftRow {
  return {
    ...row,
    clock: clocks === null ? null : mostUrgent(clockStates({ ...clocks, holidays, today })),
  };
}
