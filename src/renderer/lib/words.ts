import { dayWords, whenUsed } from '../../shared/words.ts';
import { kindTitles } from '../../shared/values/kind-titles.ts';
import type { EvidenceKind } from '../../shared/values/evidence-kind.ts';

/** What each kind of evidence is called, and its symbol. */
export const kindWords: Readonly<Record<EvidenceKind, { readonly title: string; readonly icon: string }>> = {
  'case-tracking': { title: kindTitles['case-tracking'], icon: 'k-ct' },
  'case-sampling': { title: kindTitles['case-sampling'], icon: 'k-ct' },
  'interview-child': { title: kindTitles['interview-child'], icon: 'k-ch' },
  'interview-family': { title: kindTitles['interview-family'], icon: 'k-ch' },
  'interview-staff': { title: kindTitles['interview-staff'], icon: 'k-le' },
  'interview-leader': { title: kindTitles['interview-leader'], icon: 'k-le' },
  'interview-partner': { title: kindTitles['interview-partner'], icon: 'k-le' },
  observation: { title: kindTitles.observation, icon: 'k-ob' },
  document: { title: kindTitles.document, icon: 'k-do' },
  data: { title: kindTitles.data, icon: 'k-da' },
  'formal-statement': { title: kindTitles['formal-statement'], icon: 'k-do' },
  'expert-opinion': { title: kindTitles['expert-opinion'], icon: 'k-le' },
};

/** What each mark of a descriptor is called, and its symbol. */
export const markWords = {
  met: { title: 'Met', icon: 'm-met' },
  partly: { title: 'Partly met', icon: 'm-part' },
  not: { title: 'Not met', icon: 'm-not' },
  none: { title: 'No evidence', icon: 'm-none' },
} as const;

const clock = whenUsed(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }));

/** A day and a time within a sentence: "today, 08:52", "Fri 9 Oct, 16:10", with its year where it is another; a day alone has no time. */
export function whenWords(iso: string, now: Date = new Date()): string {
  const alone = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const at = new Date(alone ? `${iso}T12:00:00` : /Z$|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}:00`);
  if (Number.isNaN(at.getTime())) return 'at an unknown time';
  const days = Math.round((startOf(now) - startOf(at)) / 86_400_000);
  const full = dayWords(dayOf(at));
  const dated = at.getFullYear() === now.getFullYear() ? full.replace(/ \d{4}$/, '') : full;
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : dated;
  return alone ? day : `${day}, ${clock().format(at)}`;
}

/** The same at the head of a line: "Today, 08:52". */
export function whenTitle(iso: string, now: Date = new Date()): string {
  return sentenceCase(whenWords(iso, now));
}

/** A time as it is printed or stands on what is printed, never as a relative day: "Fri 9 Oct 2026, 16:10". */
export function printedWhen(iso: string): string {
  return whenWords(iso, new Date(0));
}

function startOf(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

/** The day that it is where this computer stands, as YYYY-MM-DD. */
export function todayHere(): string {
  return dayOf(new Date());
}

function dayOf(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Words at the head of a line: only the first letter is made a capital, so that names keep theirs. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
