import type { Field } from '../records/open-value.ts';
import { settled } from '../records/settled.ts';
import { moments, type Moment } from '../framework/deadline-schema.ts';
import type { AccuracyState } from '../accuracy/accuracy-state.ts';
import { isDay, type Day } from '../values/calendar-days.ts';

/** The days of the moments that are known. */
export type MomentDays = { readonly [moment in Moment]?: Day };

/** The days from which clocks run, and those that stop them: a draft sent twice starts a clock anew and stops one once. */
interface InspectionMoments {
  readonly moments: MomentDays;
  readonly stops: MomentDays;
}

/** What of a draft says days. */
interface DatedDraft {
  readonly details: { readonly [name in 'start' | 'end' | 'published']: Field<string> };
  readonly moments: { readonly [moment: string]: Field<string> };
  readonly finalising: { readonly accuracy: AccuracyState };
}

/** When each of the provider's points had its one answer; null while one is open, or none came back. */
function answeredAt({ points, receivedAt }: AccuracyState): string | null {
  const answers = points.flatMap(({ answers: [only, other] }) =>
    only === undefined || other !== undefined ? [] : [only.at],
  );
  return answers.length < points.length ? null : (answers.toSorted().at(-1) ?? receivedAt);
}

/**
 * The days of an inspection's moments: start, end and publication from its details; the others as people recorded them,
 * and where nobody did, from the factual accuracy check itself. `dayOf` gives the day of a time (ISO 8601).
 */
export function momentsOf(state: DatedDraft, dayOf: (at: string) => Day): InspectionMoments {
  const { start, end, published } = state.details;
  const details: Readonly<Record<string, Field<string>>> = { start, end, published };
  const { accuracy } = state.finalising;
  const recorded: { readonly [moment in Moment]?: string | null } = {
    'draft-sent': accuracy.sent?.at ?? null,
    'comments-received': accuracy.receivedAt,
    'comments-answered': answeredAt(accuracy),
  };
  const days = (known: typeof recorded): MomentDays =>
    Object.fromEntries(
      moments.flatMap((moment) => {
        const day = settled(details[moment] ?? state.moments[moment]);
        if (day !== null && isDay(day)) return [[moment, day]];
        const at = known[moment] ?? null;
        return at === null ? [] : [[moment, dayOf(at)]];
      }),
    );
  return { moments: days(recorded), stops: days({ ...recorded, 'draft-sent': accuracy.firstSentAt }) };
}
