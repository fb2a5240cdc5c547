import type { DraftState } from '../../draft/draft-state.ts';
import { settled } from '../../draft/settled.ts';
import { moments, type Moment } from '../../framework/deadline-schema.ts';
import type { Day } from './calendar-days.ts';

/** The days of the moments that are known. */
export type MomentDays = { readonly [moment in Moment]?: Day };

const isDay = /^\d{4}-\d{2}-\d{2}$/u;

/** The days of an inspection's moments: start, end and publication from its details, the others as they were recorded. */
export function momentsOf(state: Pick<DraftState, 'details' | 'moments'>): MomentDays {
  const { start, end, published } = state.details;
  const details: Readonly<Record<string, DraftState['details']['start']>> = { start, end, published };
  return Object.fromEntries(
    moments.flatMap((moment) => {
      const day = settled(details[moment] ?? state.moments[moment]);
      return day !== null && isDay.test(day) ? [[moment, day]] : [];
    }),
  );
}
