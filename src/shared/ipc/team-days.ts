import { z } from 'zod';
import type { Nation } from '../clocks/holiday-calendars.ts';
import { dayDecreedBody } from '../workspace/day-decreed.ts';
import type { TeamDay } from '../workspace/fold-workspace-log.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

/** The days that the clocks of a workspace leave out, and which of them the team said itself. */
export interface TeamDaysView {
  readonly days: readonly (TeamDay & {
    /** The name of whoever said so. */
    readonly by: string;
  })[];
  /** Of this year and the next, the team’s own days counted in. */
  readonly holidays: readonly { readonly day: string; readonly nations: readonly Nation[] }[];
  /** Whether this profile's person may say so of a day. */
  readonly administers: boolean;
  /** A calendar file of the team's that could not be read. */
  readonly problem: string | null;
}

/** The days that a team says itself. */
export const teamDayChannels = {
  listTeamDays: channel(z.strictObject({})).gives<TeamDaysView>(),
  decreeDay: channel(dayDecreedBody).gives<SavedView>(),
};
