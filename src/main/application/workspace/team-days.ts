import { openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { personViews } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { writeAsAdministrator } from './write-as-administrator.ts';
import { workspaceHolidays } from '../clocks/workspace-holidays.ts';
import { nations } from '../../../shared/clocks/holiday-calendars.ts';
import { dayDecreed } from '../../../shared/workspace/day-decreed.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { TeamDaysView } from '../../../shared/ipc/team-days.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** The team's own days, and every day that clocks of this workspace leave out beside weekends, this year and next. */
export async function listTeamDays(scope: Scope): Promise<Result<TeamDaysView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadPeople(scope, opened.value);
  if (!loaded.ok) return loaded;
  const { administrators, days } = opened.value.workspaceLog;
  const people = await personViews(scope);
  const { holidays, today, problem } = await workspaceHolidays(scope);
  const years = [today.slice(0, 4), String(Number(today.slice(0, 4)) + 1)];
  const all = new Set(nations.flatMap((nation) => [...holidays[nation]]));
  return done({
    days: days.map((day) => ({
      ...day,
      by: people.find(({ id }) => id === day.author)?.card.name ?? 'someone unknown',
    })),
    holidays: [...all]
      .filter((day) => years.includes(day.slice(0, 4)))
      .sort()
      .map((day) => ({ day, nations: nations.filter((nation) => holidays[nation].has(day)) })),
    administers: people.some(({ id, self }) => self && administrators.includes(id)),
    problem,
  });
}

/** Says what a day is for the clocks of the workspace. */
export async function decreeDay(
  scope: Scope,
  body: CallInput<'decreeDay'>,
): Promise<Result<SavedView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const said = opened.value.workspaceLog.days.filter(({ day }) => day === body.day);
  const stands = body.nations.every((nation) =>
    body.standing === 'as-listed'
      ? !said.some(({ nations }) => nations.includes(nation))
      : said.some(({ nations, standing }) => standing === body.standing && nations.includes(nation)),
  );
  if (stands) return refused(saidAlready);
  return writeAsAdministrator(scope, dayDecreed.write(body));
}

const saidAlready: CallError = {
  code: 'out-of-date',
  message: 'This stands there already, for this day and these nations. Nothing was written.',
};
