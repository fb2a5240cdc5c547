import type { Framework } from '../framework/framework-schema.ts';

/** Years for which a member's severity is worked out where a framework says nothing. */
const usualYears = 3;

/** For how many years after its reveal a round under a framework counts for severity; 0 where it never does. */
export function severityYears(framework: Framework): number {
  return framework.severityYears ?? usualYears;
}

/** Whether a round revealed at one moment still counts for severity at another; both in milliseconds. */
export function keepsSeverity(framework: Framework, revealed: number, now: number): boolean {
  const years = severityYears(framework);
  const until = new Date(revealed);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return years > 0 && now <= until.getTime();
}
