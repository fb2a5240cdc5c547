import { clocksOf } from './clocks-of.ts';
import type { WorkspaceHolidays } from './workspace-holidays.ts';
import { clockWeeks } from '../../../shared/clocks/clock-weeks.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SeenState } from '../../../shared/seen/seen-draft.ts';
import type { ClocksView } from '../../../shared/ipc/rule-views.ts';

/** A draft's clocks as a window shows them: how each stands today, and the weeks in which something is still due. */
export function clocksView(
  state: SeenState,
  framework: Framework | null,
  days: WorkspaceHolidays,
): ClocksView {
  const clocks = clocksOf(state, framework, days);
  const { today, holidays, problem } = days;
  return { today, clocks, weeks: clockWeeks(clocks, framework?.deadlines ?? [], holidays, today), problem };
}
