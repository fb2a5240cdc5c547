import type { ClockState } from '../../shared/clocks/clock-states.ts';
import type { NationHolidays } from '../../shared/clocks/holiday-calendars.ts';

/** Tells the bank holidays of four nations, substitute days and royal extra ones included. */
export type BankHolidays = (firstYear: number, lastYear: number) => Promise<NationHolidays>;

/** Clocks as a calendar file (.ics), one day-long entry for each that has a day by which it is due. */
export type ClocksAsCalendar = (calendar: {
  readonly title: string;
  /** Names the entries, so that importing the file again changes them instead of doubling them. */
  readonly id: string;
  readonly clocks: readonly ClockState[];
  /** ISO time of writing. */
  readonly written: string;
}) => Promise<Uint8Array>;

/** What clocks need of the outside. */
export interface ClockPorts {
  readonly bankHolidays: BankHolidays;
  readonly clocksAsCalendar: ClocksAsCalendar;
}
