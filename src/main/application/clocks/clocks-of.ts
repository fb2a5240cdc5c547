import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { localDay } from './local-day.ts';
import type { WorkspaceHolidays } from './workspace-holidays.ts';
import { clockStates, type ClockFacts, type ClockState } from '../../../shared/clocks/clock-states.ts';
import { momentsOf } from '../../../shared/clocks/moments-of.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SeenState } from '../../../shared/seen/seen-draft.ts';

/** What a draft says of its clocks: all that they are read from but the holidays and the day; a report that is out has none. */
export function clockFactsOf(
  state: SeenState,
  framework: Framework | null,
): Omit<ClockFacts, 'holidays' | 'today'> | null {
  return framework === null || state.stage.now === 'published' ? null : factsOf(state, framework);
}

function factsOf(state: SeenState, framework: Framework): Omit<ClockFacts, 'holidays' | 'today'> {
  const seal = standingSeal(state.seals);
  return {
    deadlines: framework.deadlines,
    ...momentsOf(state, (at) => localDay(Date.parse(at))),
    pauses: state.pauses,
    sealed: seal !== undefined ? localDay(Date.parse(seal.at)) : null,
  };
}

/** The clocks of a draft as they stand today. */
export function clocksOf(
  state: SeenState,
  framework: Framework | null,
  { holidays, today }: WorkspaceHolidays,
): readonly ClockState[] {
  const facts = clockFactsOf(state, framework);
  return facts === null ? [] : clockStates({ ...facts, holidays, today });
}

/** The same for whoever reads how a judgment came about, also once it is published: kept, missed or running. */
export function clocksThatRan(
  state: SeenState,
  framework: Framework | null,
  { holidays, today }: WorkspaceHolidays,
): readonly ClockState[] {
  return framework === null ? [] : clockStates({ ...factsOf(state, framework), holidays, today });
}
