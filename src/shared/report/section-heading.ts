import { readAreaLine, withoutTail } from './area-line.ts';
import { bulletOf } from './bullet.ts';
import { beginsArea } from './match-area.ts';
import { mendLines } from './mend-lines.ts';
import { numberOf } from './paragraph-number.ts';
import { plainNames, plainWords } from './plain-words.ts';
import { completesGrade, printedGradeAtEnd } from './printed-grade.ts';
import type { ReportFramework } from './report-framework.ts';
import { runsOn } from './runs-on.ts';
import type { PlacedLine } from './source-text.ts';

export type HeadingKind =
  | { readonly of: 'area'; readonly area: string; readonly grade: string | null; readonly exact: boolean }
  | { readonly of: 'improvements' }
  /** A section of the framework that is no area, or one that the list of contents names. */
  | { readonly of: 'section'; readonly id: string }
  | { readonly of: 'other' };

/** A section's heading as printed. */
export interface SectionHeading {
  readonly kind: HeadingKind;
  /** Mended, without grade and footnote mark. */
  readonly title: string;
  /** How many lines it takes. */
  readonly lines: number;
}

/** A line that may be a heading and was kept as text: the area that it would head. */
export interface HeadingInDoubt {
  readonly doubt: string;
  readonly title: string;
  readonly grade: string | null;
  readonly lines: number;
}

const improvements =
  /^(?:what (?:[\p{L}'-]+ ){0,6}needs? to improve(?: in [\p{L}' -]{1,80})?|areas? for improvement)$/u;
/** "Inspection dates: ...": no sentence runs on from it. */
const labelled = /^\p{Lu}[\p{L} ]{2,40}:\s/u;
/** A heading takes at most so many lines, and so many characters. */
const longest = 4;
const mostCharacters = 400;
/** A shortened or unknown heading stands on one line of at most so many characters. */
const longestLine = 160;

/**
 * The heading that begins at `at`, or a line in doubt, or null. A heading is read by what it says: what needs to improve,
 * an area's name with a grade or alone, or any other short line that begins where no sentence runs and ends in a colon and
 * a grade. Case, full stop, dash or colon, and a footnote's mark (on the line or the next) make no difference.
 */
export function headingAt(
  body: readonly PlacedLine[],
  at: number,
  framework: ReportFramework,
): SectionHeading | HeadingInDoubt | null {
  const first = body[at]?.text ?? '';
  if (first === '') return null;
  const plain = plainWords(first);
  const asked = improvementsHeading(body, at, plain) ?? knownSection(body, at, plain, framework);
  if (asked !== null) return asked;
  const long = beginsArea(plain, framework) ? longest : 1;
  if (long === 1 && (first.length > longestLine || !/^\p{Lu}/u.test(first))) return null;
  return areaHeading(body, at, framework, long) ?? gradedHeading(first, body[at - 1]?.text ?? '', framework);
}

/** "What needs to improve?", on one line or two; a footnote's mark may follow on a line of its own. */
function improvementsHeading(body: readonly PlacedLine[], at: number, first: string): SectionHeading | null {
  // Every such heading begins so: no other line is read further.
  if (!/^(?:what|areas?)\b/u.test(first)) return null;
  for (let lines = 1; lines <= 2; lines += 1) {
    const text = mendLines(body.slice(at, at + lines).map((line) => line.text));
    if (text.length > longestLine) return null;
    const title = text.replace(/ ?\[?\d{0,2}\]?$/u, '');
    if (!improvements.test(plainHeading(title))) continue;
    if (lines === 1 && runsOnInto(body, at)) return null;
    const mark = /^\d{1,2}$/u.test(body[at + lines]?.text ?? '') ? 1 : 0;
    return { kind: { of: 'improvements' }, title: title.replace(/ ?:$/u, ''), lines: lines + mark };
  }
  return null;
}

/** A part of the framework's reports that is no area, by its printed names, on one line or two. */
function knownSection(
  body: readonly PlacedLine[],
  at: number,
  first: string,
  framework: ReportFramework,
): SectionHeading | null {
  const sections = sectionsBeginning(framework).get(firstWord(first)) ?? [];
  for (let lines = 1; lines <= 2 && sections.length > 0; lines += 1) {
    const title = mendLines(body.slice(at, at + lines).map((line) => line.text));
    if (title.length > longestLine) return null;
    const plain = plainHeading(title);
    const section = sections.find(({ printed }) => printed.some((name) => plainHeading(name) === plain));
    if (section === undefined || runsOnInto(body, at)) continue;
    const kind =
      section.points && section.id === 'improvements'
        ? { of: 'improvements' as const }
        : { of: 'section' as const, id: section.id };
    return { kind, title, lines };
  }
  return null;
}

type Section = NonNullable<ReportFramework['sections']>[number];

const beginnings = new WeakMap<ReportFramework, ReadonlyMap<string, readonly Section[]>>();

/** A framework's sections that are no areas, by the first word of their printed names. */
function sectionsBeginning(framework: ReportFramework): ReadonlyMap<string, readonly Section[]> {
  const known = beginnings.get(framework);
  if (known !== undefined) return known;
  const by = new Map<string, Section[]>();
  for (const section of framework.sections ?? [])
    for (const word of new Set(plainNames(section.printed).map(firstWord)))
      by.set(word, [...(by.get(word) ?? []), section]);
  beginnings.set(framework, by);
  return by;
}

/** A name can go on in the next line, but never within its first word, which a full stop or colon may end. */
function firstWord(plain: string): string {
  const end = plain.indexOf(' ');
  return (end === -1 ? plain : plain.slice(0, end)).replace(/[?:.]+$/u, '');
}

function plainHeading(title: string): string {
  return plainWords(title).replace(/ ?[?:.]+$/u, '');
}

/** Whether a line goes on from the one before it: lower case where a sentence runs. */
function runsOnInto(body: readonly PlacedLine[], at: number): boolean {
  return /^\p{Ll}/u.test(body[at]?.text ?? '') && runsOn(body[at - 1]?.text ?? '');
}

function areaHeading(
  body: readonly PlacedLine[],
  at: number,
  framework: ReportFramework,
  long: number,
): SectionHeading | HeadingInDoubt | null {
  let doubt: HeadingInDoubt | null = null;
  for (let lines = 1; lines <= long && at + lines <= body.length; lines += 1) {
    const text = mendLines(body.slice(at, at + lines).map((line) => line.text));
    if (text.length > mostCharacters) break;
    const said = readAreaLine(text, framework);
    if (said === null) continue;
    const { area, exact, grade, title } = said;
    const more = grade !== null && completesGrade(body[at + lines]?.text ?? '') ? 1 : 0;
    const after = body[at + lines + more]?.text ?? '';
    const next = printedGradeAtEnd(mendLines([after, body[at + lines + more + 1]?.text ?? '']), framework);
    const beginsGrade = printedGradeAtEnd(after, framework)?.before === '' || next?.before === '';
    const place = { before: body[at - 1]?.text ?? '', after, beginsGrade };
    const verdict = isHeading(said, place);
    if (verdict === true)
      return { kind: { of: 'area', area: area.id, grade, exact }, title, lines: lines + more };
    if (verdict === null) doubt ??= { doubt: area.id, title: text, grade, lines: lines + more };
  }
  return doubt;
}

/** Whether a line that names an area is a heading, by the lines about it; null where that cannot be known. */
function isHeading(
  { form, exact, stopped }: NonNullable<ReturnType<typeof readAreaLine>>,
  place: { readonly before: string; readonly after: string; readonly beginsGrade: boolean },
): boolean | null {
  const { before, after, beginsGrade } = place;
  if (form === 'marked') return true;
  const numbered = numberOf(after) !== null;
  const open = runsOn(before) && bulletOf(before) === null && !labelled.test(before);
  if (form === 'name' && exact)
    return numbered || after === '' || (!open && !stopped && /^\p{Lu}/u.test(after) && !beginsGrade);
  if (form === 'name') return numbered && !open && !stopped ? null : false;
  if (numbered || bulletOf(after) !== null) return exact || !open;
  if (/^\p{Ll}/u.test(after)) return false;
  if (exact && !stopped) return true;
  return open ? false : null;
}

function gradedHeading(text: string, previous: string, framework: ReportFramework): SectionHeading | null {
  const line = withoutTail(text);
  const colon = line.lastIndexOf(':');
  if (colon < 1 || text.length > longestLine || runsOn(previous) || /[.?!]\s/u.test(line)) return null;
  if (printedGradeAtEnd(line.slice(colon + 1), framework)?.before !== '') return null;
  return { kind: { of: 'other' }, title: line.slice(0, colon).trim(), lines: 1 };
}
