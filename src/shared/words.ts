/** The language that Plumbline speaks: how numbers, days, plurals and lists are written, everywhere. */
const language = 'en-GB';
const plurals = whenUsed(() => new Intl.PluralRules(language));
const numbers = whenUsed(() => new Intl.NumberFormat(language));
const lists = whenUsed(() => new Intl.ListFormat(language, { type: 'conjunction' }));
const choices = whenUsed(() => new Intl.ListFormat(language, { type: 'disjunction' }));
/** Languages in which days can be named on screen, of those that Chromium knows; what is printed is in Plumbline's own. */
export const dateLanguages = ['en-GB', 'en-US', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'ro'] as const;
export type DateLanguage = (typeof dateLanguages)[number];
let daysIn: DateLanguage = language;
const weekdaysIn = new Map<DateLanguage, Intl.DateTimeFormat>();

/** Names the days of a screen in another language from now on: said once for a window, and never where documents are made. */
export function nameDaysIn(wanted: DateLanguage): void {
  daysIn = wanted;
}

function weekdays(): Intl.DateTimeFormat {
  const known = weekdaysIn.get(daysIn) ?? new Intl.DateTimeFormat(daysIn, screenDay);
  weekdaysIn.set(daysIn, known);
  return known;
}

const screenDay = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
} as const;
const longDays = whenUsed(() => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }));

/** What is made when it is first used, once: each of the system's formats takes milliseconds, of every start. */
export function whenUsed<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** A number as it is written: "12,480". */
export function numberWords(number: number): string {
  return numbers().format(number);
}

/** A number with what it counts: "1 note", "3 notes". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${numbers().format(number)} ${pluralOf(number, singular, plural)}`;
}

/** The form of a word or of a clause that goes with a number: "is" for 1, "are" for others. */
export function pluralOf(number: number, singular: string, plural: string): string {
  return plurals().select(number) === 'one' ? singular : plural;
}

/** Several things in one sentence: "Ada, Ben and Cai". */
export function listOf(parts: readonly string[]): string {
  return lists().format(parts);
}

/** The same where what is listed is more than words: each element in turn, and the words between. */
export function listParts(
  parts: readonly string[],
): readonly { readonly type: string; readonly value: string }[] {
  return lists().formatToParts(parts);
}

/** Rows as they are named in a sentence: "row 3", "rows 3, 5 and 9", "rows 1, 2, 3 and 12 others". */
export function rowsNamed(rows: readonly number[]): string {
  const shown = rows.slice(0, 10).map(String);
  const more = rows.length - shown.length;
  const named = more > 0 ? [...shown, `${more} others`] : shown;
  return `${pluralOf(rows.length, 'row', 'rows')} ${listOf(named)}`;
}

/** The beginning of a text in at most so many signs, ended between words and by an ellipsis where more follows. */
export function excerptOf(text: string, most: number): string {
  const all = text.replaceAll(/\s+/gu, ' ').trim();
  if (all.length <= most) return all;
  const cut = all.slice(0, most + 1);
  const last = cut.lastIndexOf(' ');
  // A word longer than all that may be shown is cut within, and never within a pair of surrogates.
  const kept = last > 0 ? cut.slice(0, last) : cut.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.replace(/[\s,;:(–-]+$/u, '')} …`;
}

/** Things of which one is enough: "interviews or observation". */
export function eitherOf(parts: readonly string[]): string {
  return choices().format(parts);
}

/** Words that stood within a sentence as one that begins. */
export function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A grade or a rule as it stands within a sentence: "Good" is "good"; "SEND", "ILACS 2026" and "A2" stay as they are. */
export function withinSentence(title: string): string {
  return /^\p{Lu}[\p{Ll}’'-]+(?!\p{L})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** What an inspection is called where it is named: its provider, and never nothing. */
export function inspectionName(provider: string | null | undefined): string {
  return provider === null || provider === undefined || provider.trim() === ''
    ? 'Inspection without a name'
    : provider;
}

function utcOf(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** A day (YYYY-MM-DD) as it is read on a screen, "Wed 11 Nov 2026"; "no date" where none is known. */
export function dayWords(day: string): string {
  const at = utcOf(day);
  return at === null ? 'no date' : weekdays().format(at).replaceAll(',', '');
}

/** A day (YYYY-MM-DD) as it is printed, "8 June 2026"; any other text as it is. */
export function longDayWords(day: string): string {
  const at = utcOf(day);
  return at === null ? day : longDays().format(at);
}

/** An ISO time as it is printed, "8 June 2026, 14:05", and never a relative day; a zone other than UTC is not converted. */
export function momentWords(iso: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso) ?? [];
  return day === '' ? longDayWords(iso) : `${longDayWords(day)}, ${time}`;
}

/** The letters of a place in a list: A, B, ... Z, AA, AB, ... */
export function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${letters(Math.floor(place / 26) - 1)}${last}`;
}
