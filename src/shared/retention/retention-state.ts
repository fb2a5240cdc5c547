import { draftEventTypes } from '../judgment/event-types.ts';
import type { RecordId } from '../records/record.ts';
import type { Retention } from '../framework/retention-schema.ts';
import type { Day } from '../values/calendar-days.ts';
import type { MomentDays } from '../clocks/moments-of.ts';

/** How one rule of a schedule stands on a day. */
export interface RetentionState {
  readonly rule: Retention;
  /** `without-end`: never; `not-begun`: its moment is not known; `kept`: until `due`; `due`: it may be erased. */
  readonly standing: 'without-end' | 'not-begun' | 'kept' | 'due';
  readonly from: Day | null;
  /** The first day on which it may be erased; null where there is none yet. */
  readonly due: Day | null;
  /** The records it speaks of whose words are still there. */
  readonly records: readonly RecordId[];
}

/** The same day so many years later; 29 February falls on 1 March where that year has none. */
function yearsAfter(day: Day, years: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** How a schedule stands on a day, in its own order. `held` are the draft's records that still have their words. */
export function retentionStates(
  schedule: readonly Retention[],
  kept: readonly { readonly id: RecordId; readonly type: string }[],
  moments: MomentDays,
  today: Day,
): readonly RetentionState[] {
  return schedule.map((rule) => {
    const records = kept
      .filter(({ type }) => rule.of.some((group) => group === draftEventTypes.get(type)?.erasable))
      .map(({ id }) => id);
    const from = moments[rule.from] ?? null;
    const due = from === null || rule.years === null ? null : yearsAfter(from, rule.years);
    const standing =
      rule.years === null
        ? ('without-end' as const)
        : due === null
          ? ('not-begun' as const)
          : due <= today
            ? ('due' as const)
            : ('kept' as const);
    return { rule, standing, from, due, records };
  });
}
