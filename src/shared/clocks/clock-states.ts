import type { Deadline } from '../framework/deadline-schema.ts';
import type { Day } from '../values/calendar-days.ts';
import { isPaused, openPause, type ClockPause } from './clock-pause.ts';
import { clockWords } from './clock-words.ts';
import { holidaysIn, type NationHolidays } from './holiday-calendars.ts';
import type { MomentDays } from './moments-of.ts';
import { afterWorkingDays, workingDaysBetween } from './working-days.ts';

/** How a clock stands: not begun, running, two working days or fewer left, late, paused, or stopped in time or late. */
type ClockStanding = 'not-begun' | 'running' | 'soon' | 'late' | 'paused' | 'kept' | 'kept-late';

/** One clock as it stands on a day. */
export interface ClockState {
  readonly deadline: string;
  readonly title: string;
  readonly standing: ClockStanding;
  readonly started: Day | null;
  /** The day by which it should stop; null until it has begun, and while it is paused. */
  readonly due: Day | null;
  readonly stopped: Day | null;
  /** Working days left until it is due, or, negative, since then; counted to the day it stopped where it did. */
  readonly left: number | null;
  readonly waitsFor: NonNullable<Deadline['waitsFor']> | null;
  /** General knowledge that whoever uses the framework should review. */
  readonly isDefault: boolean;
  /** How it stands in a few words, working days first: "6 working days left, due Fri 9 Oct 2026". */
  readonly short: string;
  /** The whole in words: what it counts, from when, whom it waits for, and why it is paused. */
  readonly sentence: string;
}

export interface ClockFacts {
  readonly deadlines: readonly Deadline[];
  readonly moments: MomentDays;
  /** The days that stop clocks, where they are not those that start them; `moments` where absent. */
  readonly stops?: MomentDays;
  readonly pauses: readonly ClockPause[];
  /** The day of the standing seal, which stops every clock but one that runs until publication; null while there is none. */
  readonly sealed: Day | null;
  readonly holidays: NationHolidays;
  readonly today: Day;
}

const soon = 2;

/** How every clock of a framework stands on a day, in the framework's order. */
export function clockStates(facts: ClockFacts): readonly ClockState[] {
  return facts.deadlines.map((deadline) => {
    const counted = countOf(deadline, facts);
    const pause = openPause(facts.pauses, deadline.id, facts.today);
    const standing = standingOf(counted, pause);
    const about = { deadline, today: facts.today, pause, ...counted, standing };
    const { short, sentence } = clockWords(about);
    return {
      deadline: deadline.id,
      title: deadline.title,
      ...counted,
      standing,
      waitsFor: deadline.waitsFor ?? null,
      isDefault: deadline.editableDefault,
      short,
      sentence,
    };
  });
}

type Counted = Pick<ClockState, 'started' | 'due' | 'stopped' | 'left'>;

function countOf(deadline: Deadline, facts: ClockFacts): Counted {
  const started = facts.moments[deadline.from] ?? null;
  if (started === null) return { started, due: null, stopped: null, left: null };
  const holidays = holidaysIn(facts.holidays, deadline.calendar);
  const counts =
    facts.pauses.length === 0 ? undefined : (day: Day): boolean => !isPaused(facts.pauses, deadline.id, day);
  const stops = facts.stops ?? facts.moments;
  const until = deadline.until === undefined ? null : (stops[deadline.until] ?? null);
  // A sealed judgment is not published yet: what runs to that day goes on, and is met or late by it.
  const stopped = until ?? (deadline.until === 'published' ? null : facts.sealed);
  const endless = stopped === null && openPause(facts.pauses, deadline.id, facts.today) !== null;
  const passed = workingDaysBetween(started, stopped ?? facts.today, holidays, counts);
  const left = deadline.workingDays - Math.max(0, passed);
  const due = endless ? null : afterWorkingDays(started, deadline.workingDays, holidays, counts);
  return { started, due, stopped, left };
}

function standingOf({ started, stopped, left }: Counted, pause: ClockPause | null): ClockStanding {
  if (started === null || left === null) return 'not-begun';
  if (stopped !== null) return left < 0 ? 'kept-late' : 'kept';
  if (left < 0) return 'late';
  if (pause !== null) return 'paused';
  return left <= soon ? 'soon' : 'running';
}

const urgency: readonly ClockStanding[] = ['late', 'soon', 'running', 'paused'];

/** The clock that asks for something first: late, then soon, then running by the day it is due; null where none runs. */
export function mostUrgent(clocks: readonly ClockState[]): ClockState | null {
  const open = clocks.filter((clock) => urgency.includes(clock.standing));
  const [first] = open.sort(
    (a, b) =>
      urgency.indexOf(a.standing) - urgency.indexOf(b.standing) ||
      (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  );
  return first ?? null;
}
