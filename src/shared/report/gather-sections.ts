import type { SectionLine } from './gather-paragraphs.ts';
import type { ReportHeading } from './imported-report.ts';
import type { ImportWarning } from './import-warning.ts';
import { paragraphNumbers } from './paragraph-number.ts';
import type { LineAnswers } from './report-edit.ts';
import type { ReportFramework } from './report-framework.ts';
import { headingAt, type HeadingInDoubt, type HeadingKind, type SectionHeading } from './section-heading.ts';
import type { PlacedLine } from './source-text.ts';

/** A stretch of the body under one heading; the first, before any heading, is the summary. */
export interface Section {
  readonly kind: HeadingKind | { readonly of: 'summary' };
  readonly title: string;
  /** Line of the heading; null for the summary. */
  readonly line: number | null;
  readonly lines: readonly SectionLine[];
}

/** The body in sections, with the heading lines as facts. */
export interface Sections {
  readonly sections: readonly Section[];
  readonly facts: readonly PlacedLine[];
  readonly headings: readonly ReportHeading[];
  readonly warnings: readonly ImportWarning[];
}

/**
 * Cuts the body at its headings (without a framework, at those its list of contents names) and says of each line
 * whether a numbered paragraph begins on it. A line that a person answered for is no heading, or begins the area they said.
 */
export function gatherSections(
  body: readonly PlacedLine[],
  framework: ReportFramework | null,
  answers: LineAnswers = new Map(),
): Sections {
  const listed = contentsHeadings(body);
  const facts: PlacedLine[] = [];
  const headings: ReportHeading[] = [];
  const kept: PlacedLine[] = [];
  const doubts: ImportWarning[] = [];
  const cuts: { kind: Section['kind']; title: string; line: number | null; from: number }[] = [
    { kind: { of: 'summary' }, title: '', line: null, from: 0 },
  ];
  for (let at = 0; at < body.length; at += 1) {
    const line = body[at];
    if (line === undefined) break;
    const read =
      (framework === null ? null : headingAt(body, at, framework)) ?? listedHeading(line.text, listed);
    const answer = answers.get(line.line);
    const heading = answer === undefined ? read : answered(answer, read, framework);
    if (heading === null || 'doubt' in heading) {
      if (heading !== null) doubts.push(headingInQuestion(heading, line.line, framework));
      kept.push(line);
      continue;
    }
    const printed = body.slice(at, at + heading.lines).filter(({ text }) => text !== '');
    facts.push(...printed);
    if (printed.length > 0) headings.push({ section: sectionOf(heading.kind), lines: printed });
    cuts.push({ kind: heading.kind, title: heading.title, line: line.line, from: kept.length });
    if (heading.lines === 0) kept.push(line);
    else at += heading.lines - 1;
  }
  const { begins, warnings } = paragraphNumbers(kept, new Set(cuts.map((cut) => cut.from)));
  const sections = cuts.map(({ kind, title, line, from }, index) => {
    const lines = kept
      .slice(from, cuts[index + 1]?.from ?? kept.length)
      .map((paragraph, offset) => ({ ...paragraph, numbered: begins.has(from + offset) }));
    return { kind, title, line, lines };
  });
  return { sections, facts, headings, warnings: [...doubts, ...warnings] };
}

function sectionOf(kind: HeadingKind): string {
  if (kind.of === 'area') return kind.area;
  return kind.of === 'section' ? kind.id : kind.of;
}

/** A heading as a person said: none, or this area’s, where the line may be one with its own words, else without any. */
function answered(
  id: string | null,
  read: SectionHeading | HeadingInDoubt | null,
  framework: ReportFramework | null,
): SectionHeading | null {
  const area = framework?.areas.find((known) => known.id === id);
  if (area === undefined) return null;
  const kind = { of: 'area', area: area.id, grade: null, exact: true } as const;
  if (read === null) return { kind, title: area.title, lines: 0 };
  if ('doubt' in read) return { kind: { ...kind, grade: read.grade }, title: read.title, lines: read.lines };
  return { ...read, kind: read.kind.of === 'area' ? { ...read.kind, area: area.id } : kind };
}

function headingInQuestion(
  { doubt, title }: HeadingInDoubt,
  line: number,
  framework: ReportFramework | null,
): ImportWarning {
  const area = framework?.areas.find(({ id }) => id === doubt)?.title ?? doubt;
  return {
    code: 'heading-in-question',
    message: `Is “${title}” the heading of “${area}”? It was kept as text of the section it stands in. If it is the heading, move what follows it to that area.`,
    line,
    text: null,
    area: doubt,
  };
}

function listedHeading(text: string, listed: ReadonlySet<string>): SectionHeading | null {
  return listed.has(text) ? { kind: { of: 'section', id: '' }, title: text, lines: 1 } : null;
}

/**
 * The headings that a printed list of contents names: under a line "Contents", on its page, lines that end in a page
 * number. They head the sections of reports of other frameworks. Empty where there is no such list.
 */
function contentsHeadings(body: readonly PlacedLine[]): ReadonlySet<string> {
  const start = body.findIndex((line) => /^Contents$/iu.test(line.text));
  const page = body[start]?.page;
  const headings = new Set<string>();
  for (let at = start + 1; start !== -1 && body[at]?.page === page; at += 1) {
    const found = /^(\S.*\S)\s\d{1,3}$/u.exec(body[at]?.text ?? '')?.[1];
    if (found !== undefined) headings.add(found.trim());
  }
  return headings;
}
