import { kindTitles } from '../../shared/domain/evidence/kind-titles.ts';
import type { EvidenceKind } from '../../shared/domain/evidence/evidence-kind.ts';

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

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const thisYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const anyYear = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Days and times as people write them: "Today, 08:52", "Fri 9 Oct, 16:10". */
export function whenWords(iso: string, now: Date = new Date()): string {
  const at = new Date(/Z$|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}:00`);
  if (Number.isNaN(at.getTime())) return iso;
  const time = clock.format(at);
  const days = Math.round((startOf(now) - startOf(at)) / 86_400_000);
  if (days === 0) return `Today, ${time}`;
  if (days === 1) return `Yesterday, ${time}`;
  const day = at.getFullYear() === now.getFullYear() ? thisYear : anyYear;
  return `${day.format(at)}, ${time}`;
}

function startOf(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

/** "1 note", "3 notes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A day (YYYY-MM-DD) in words: "8 June 2026"; "No date" where none is known. */
export function dayWords(day: string): string {
  const at = new Date(`${day}T12:00:00`);
  if (Number.isNaN(at.getTime())) return 'No date';
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
