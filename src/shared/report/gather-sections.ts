import type { SectionLine } from './gather-paragraphs.ts';
import type { ImportWarning } from './import-warning.ts';
import { paragraphNumbers } from './paragraph-number.ts';
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
  readonly warnings: readonly ImportWarning[];
}

/**
 * Cuts the body at its headings (without a framework, at those its list of contents names) and says of each line
 * whether a numbered paragraph begins on it.
 */
export function gatherSections(body: readonly PlacedLine[], framework: ReportFramework | null): Sections {
  const listed = contentsHeadings(body);
  const facts: PlacedLine[] = [];
  const kept: PlacedLine[] = [];
  const doubts: ImportWarning[] = [];
  const cuts: { kind: Section['kind']; title: string; line: number | null; from: number }[] = [
    { kind: { of: 'summary' }, title: '', line: null, from: 0 },
  ];
  for (let at = 0; at < body.length; at += 1) {
    const line = body[at];
    if (line === undefined) break;
    const heading =
      (framework === null ? null : headingAt(body, at, framework)) ?? listedHeading(line.text, listed);
    if (heading === null || 'doubt' in heading) {
      if (heading !== null) doubts.push(headingInQuestion(heading, line.line, framework));
      kept.push(line);
      continue;
    }
    facts.push(...body.slice(at, at + heading.lines));
    cuts.push({ kind: heading.kind, title: heading.title, line: line.line, from: kept.length });
    at += heading.lines - 1;
  }
  const { begins, warnings } = paragraphNumbers(kept, new Set(cuts.map((cut) => cut.from)));
  const sections = cuts.map(({ kind, title, line, from }, index) => {
    const lines = kept
      .slice(from, cuts[index + 1]?.from ?? kept.length)
      .map((paragraph, offset) => ({ ...paragraph, numbered: begins.has(from + offset) }));
    return { kind, title, line, lines };
  });
  return { sections, facts: facts.filter((line) => line.text !== ''), warnings: [...doubts, ...warnings] };
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
