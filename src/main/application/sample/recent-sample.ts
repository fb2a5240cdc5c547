import type { Resources } from '../../ports/ports.ts';
import { dayAfter } from '../../../shared/values/calendar-days.ts';
import { longDayWords } from '../../../shared/words.ts';

/** The last day on which anything happens in the sample's source. */
const lastDay = '2026-11-12';
const week = 7 * 86_400_000;

/** How many whole weeks lie between the sample's last day and now: it moves by weeks, so that its days stay working days. */
function weeksSince(now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(`${lastDay}T23:59:59Z`)) / week));
}

/** A text of the sample with every day in it so many weeks later: as records have them, and as people write them. */
export function laterByWeeks(text: string, weeks: number): string {
  const later = (day: string): string => dayAfter(day, weeks * 7);
  return text
    .replaceAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu, later)
    .replaceAll(/\b(\d{1,2}) (October|November)\b/gu, (_all, day: string, month: string) => {
      const iso = `2026-${month === 'October' ? '10' : '11'}-${day.padStart(2, '0')}`;
      return longDayWords(later(iso)).replace(/ \d{4}$/u, '');
    });
}

/** The sample's texts as though it had ended in the last few days, however long ago it was written. */
export function recentSample(resources: Resources, now: number): Resources {
  const weeks = weeksSince(now);
  return {
    ...resources,
    sampleText: async (name) => laterByWeeks(await resources.sampleText(name), weeks),
  };
}
