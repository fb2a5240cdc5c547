import { nationTitles } from './holiday-calendars.ts';
import type { Deadline, Moment } from '../framework/deadline-schema.ts';
import { count, dayWords } from '../words.ts';
import type { Day } from '../values/calendar-days.ts';
import type { ClockPause } from './clock-pause.ts';

/** What the words of a clock are made from. */
interface ClockAbout {
  readonly deadline: Deadline;
  readonly today: Day;
  readonly standing: 'not-begun' | 'running' | 'soon' | 'late' | 'paused' | 'kept' | 'kept-late';
  readonly started: Day | null;
  readonly due: Day | null;
  readonly stopped: Day | null;
  readonly left: number | null;
  readonly pause: ClockPause | null;
}

/** Moments as people say them, after "from". */
export const momentTitles: { readonly [moment in Moment]: string } = {
  start: 'the first day of the inspection',
  end: 'the end of fieldwork',
  'draft-written': 'the draft being written',
  moderated: 'moderation being finished',
  'draft-sent': 'the draft being sent to the provider',
  'comments-received': 'the provider’s comments being received',
  'comments-answered': 'the comments being answered',
  published: 'publication',
};

/** The nations whose bank holidays a clock leaves out. */
export const calendarTitles: { readonly [calendar in Deadline['calendar']]: string } = {
  'england-and-wales': 'England and Wales',
  ...nationTitles,
};

/** Whom a clock can wait for. */
export const waitsForTitles: { readonly [who in NonNullable<Deadline['waitsFor']>]: string } = {
  inspectors: 'the inspectors',
  panel: 'the panel',
  provider: 'the provider',
  inspectorate: 'the inspectorate',
};

function days(number: number): string {
  return count(number, 'working day');
}

function shortWords({ deadline, today, standing, due, stopped, left }: ClockAbout): string {
  const many = Math.abs(left ?? 0);
  switch (standing) {
    case 'not-begun':
      return `Begins with ${momentTitles[deadline.from]}`;
    case 'paused':
      return `Paused with ${days(many)} left`;
    case 'late':
      return `${days(many)} late${due === null ? '' : `, was due ${dayWords(due)}`}`;
    case 'kept':
      return `Done ${dayWords(stopped ?? '')}${many === 0 ? ', on the day' : `, ${days(many)} early`}`;
    case 'kept-late':
      return `Done ${dayWords(stopped ?? '')}, ${days(many)} late`;
    default:
      if (many > 0 || due === null) return `${days(many)} left, due ${dayWords(due ?? today)}`;
      return due === today ? 'Due today' : `Was due ${dayWords(due)}, the last working day`;
  }
}

/** How a clock stands, briefly and wholly. */
export function clockWords(about: ClockAbout): { readonly short: string; readonly sentence: string } {
  const { deadline, standing, started, pause, stopped } = about;
  const short = shortWords(about);
  const counts = `${days(deadline.workingDays)} from ${momentTitles[deadline.from]}${started === null ? '' : `, ${dayWords(started)}`}, by the bank holidays of ${calendarTitles[deadline.calendar]}`;
  const waits =
    started !== null && stopped === null && deadline.waitsFor !== undefined
      ? ` Waiting for ${waitsForTitles[deadline.waitsFor]}.`
      : '';
  const paused =
    pause !== null && (standing === 'paused' || standing === 'late')
      ? ` Paused since ${dayWords(pause.from)}: ${pause.reason}`
      : '';
  const review = deadline.editableDefault ? ' A default to review.' : '';
  return { short, sentence: `${short}. It is ${counts}.${waits}${paused}${review}` };
}
