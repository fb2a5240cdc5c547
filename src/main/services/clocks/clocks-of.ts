import { localDay } from './local-day.ts';
import type { WorkspaceHolidays } from './workspace-holidays.ts';
import type { DraftState } from '../../../shared/domain/draft/draft-state.ts';
import { clockStates, type ClockState } from '../../../shared/domain/finalising/clocks/clock-states.ts';
import { momentsOf } from '../../../shared/domain/finalising/clocks/moments-of.ts';
import type { Framework } from '../../../shared/domain/framework/framework-schema.ts';

/** The clocks of a draft as they stand today. */
export function clocksOf(
  state: DraftState,
  framework: Framework | null,
  { holidays, today }: WorkspaceHolidays,
): readonly ClockState[] {
  if (framework === null) return [];
  const seal = state.seals.find((one) => !one.withdrawn && one.reopened === null);
  return clockStates({
    deadlines: framework.deadlines,
    moments: momentsOf(state),
    pauses: state.pauses,
    sealed: state.standing === 'sealed' && seal !== undefined ? localDay(Date.parse(seal.at)) : null,
    holidays,
    today,
  });
}
