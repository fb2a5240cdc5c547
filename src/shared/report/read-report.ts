import { gatherAreas } from './gather-areas.ts';
import { gatherImprovements } from './gather-improvements.ts';
import { gatherParagraphs } from './gather-paragraphs.ts';
import { frameworkOfReport } from './framework-of-report.ts';
import { gatherSections, type Section } from './gather-sections.ts';
import { noImprovements, notKnown, severalPeriods, withoutHeading } from './section-warnings.ts';
import { readGradeTable } from './grade-table.ts';
import type { ImportWarning } from './import-warning.ts';
import type { ImportedReport, OtherSection } from './imported-report.ts';
import { setFurnitureAside } from './page-furniture.ts';
import { headWarnings } from './head-warnings.ts';
import type { ReportFramework } from './report-framework.ts';
import { reportProblem, type ReportProblem } from './report-problem.ts';
import { done, refused, type Result } from '../result.ts';
import type { PlacedLine, SourceText } from './source-text.ts';
import { splitHead } from './split-head.ts';
import { splitOffFootnotes } from './split-off-footnotes.ts';
import { leadInLine, readTitlePage } from './title-page.ts';
import { numberOf } from './paragraph-number.ts';

/** No imprint is longer than this many lines. */
const longest = 60;

/**
 * Splits off the imprint that closes a published report: from the paragraph that says who the inspectorate is to the
 * end, where that end names the copyright. It is furniture: the same words stand in every report.
 */
function splitOffImprint(body: readonly PlacedLine[]): {
  readonly body: readonly PlacedLine[];
  readonly imprint: readonly PlacedLine[];
} {
  const floor = Math.max(0, body.length - longest);
  const found = body
    .slice(floor)
    .findIndex((line) => /^The Office for Standards in Education\b/u.test(line.text));
  const imprint = found === -1 ? [] : body.slice(floor + found);
  if (!imprint.some((line) => /\bCrown copyright\b/u.test(line.text))) return { body, imprint: [] };
  return { body: body.slice(0, floor + found), imprint: imprint.filter((line) => line.text !== '') };
}

/** What the person importing decided beforehand, and what reading the file already found. */
interface ReadReportOptions {
  /** Use this framework of those given instead of the one in force at the dates of inspection. */
  readonly frameworkId?: string;
  readonly warnings?: readonly ImportWarning[];
}

/**
 * Reads a report's lines into its parts: furniture aside, footnotes and imprint off, title page, table of grades,
 * sections, paragraphs, warnings. Nothing of the source is dropped. Refuses a text that holds nothing of a report.
 */
export function readReport(
  source: SourceText,
  frameworks: readonly ReportFramework[],
  options: ReadReportOptions = {},
): Result<ImportedReport, ReportProblem> {
  if (source.lines.every((line) => line.text === '')) return refused(reportProblem('empty'));
  const page = setFurnitureAside(source);
  const closing = splitOffImprint(page.body);
  const notes = splitOffFootnotes(closing.body);
  const { head, body } = splitHead(notes.body);
  const title = readTitlePage(head);
  const framework = choose(frameworks, options, title.inspection.start, notes.body);
  const table = framework === null ? null : readGradeTable(body, framework);
  const gathered = gatherSections(table?.after ?? body, framework);
  if (!isReport(title.facts, title.title, table !== null, gathered.sections))
    return refused(reportProblem('no-report'));
  const loose = [...title.rest, ...(table?.before ?? [])].filter((line) => line.text !== '');
  const lead = title.leadInspector ?? firstLead(notes.body);
  const parts = { ...title, leadInspector: lead, framework, table: table !== null, loose };
  const warnings = [
    ...(options.warnings ?? []),
    ...headWarnings(parts),
    ...severalPeriods(title.facts),
    ...(table?.warnings ?? []),
  ];
  const shared = {
    provider: title.provider,
    title: title.title,
    inspection: title.inspection,
    published: title.published,
    leadInspector: lead,
    kind: title.kind,
    footnotes: [...notes.footnotes, ...(source.notes ?? [])].sort((a, b) => a.line - b.line),
    facts: [...title.facts, ...(table?.facts ?? []), ...gathered.facts],
  };
  const furniture = [...(source.furniture ?? []), ...page.furniture, ...closing.imprint];
  if (framework === null) {
    const other = gathered.sections.flatMap((section) => otherSection(section));
    return done({
      ...shared,
      frameworkId: null,
      areas: [],
      summary: [],
      improvements: [],
      otherSections: other,
      furniture,
      warnings,
    });
  }
  const areas = gatherAreas(framework, table?.rows ?? [], gathered.sections);
  const asked = gathered.sections.filter((section) => section.kind.of === 'improvements');
  const points = asked.map((section) => {
    const later = gathered.sections.slice(gathered.sections.indexOf(section) + 1);
    const restarts = later.some(({ lines }) =>
      lines.some((line) => line.numbered && numberOf(line.text) === 1),
    );
    return { title: section.title, ...gatherImprovements(section.lines, restarts) };
  });
  const before = points.flatMap((point) => [
    ...(point.before.length === 0 ? [] : [{ title: point.title, paragraphs: point.before }]),
    ...(point.after.length === 0 ? [] : [{ title: '', paragraphs: gatherParagraphs(point.after) }]),
  ]);
  const others = gathered.sections.filter((section) => section.kind.of === 'other');
  return done({
    ...shared,
    frameworkId: framework.id,
    areas: areas.areas,
    summary: gathered.sections
      .filter((section) => section.kind.of === 'summary')
      .flatMap((section) => gatherParagraphs(section.lines)),
    improvements: points.flatMap((point) => point.points),
    otherSections: [...before, ...others.flatMap(otherSection)],
    furniture: [...furniture, ...points.flatMap((point) => point.marks)].sort((a, b) => a.line - b.line),
    warnings: [
      ...warnings,
      ...areas.warnings,
      ...gathered.warnings,
      ...points.flatMap(({ after }) => (after[0] === undefined ? [] : [withoutHeading(after[0])])),
      ...others.map(notKnown),
      ...(points.some((point) => point.points.length > 0) ? [] : [noImprovements]),
    ],
  });
}

function choose(
  frameworks: readonly ReportFramework[],
  options: ReadReportOptions,
  start: string | null,
  body: readonly PlacedLine[],
): ReportFramework | null {
  if (options.frameworkId !== undefined) {
    return frameworks.find((framework) => framework.id === options.frameworkId) ?? null;
  }
  return frameworkOfReport(frameworks, start, body.map((line) => line.text).join(' '));
}

/** A report has a title or labelled facts that say so, a table of grades, or headed areas. */
function isReport(
  facts: readonly PlacedLine[],
  title: string,
  table: boolean,
  sections: readonly Section[],
): boolean {
  const labelled = facts.some((line) => /^(?:Inspection\s+dates?|Lead\s+inspector)\s*:/iu.test(line.text));
  return (
    labelled ||
    table ||
    /^Inspection of\b/iu.test(title) ||
    sections.some((section) => section.kind.of === 'area')
  );
}

function firstLead(body: readonly PlacedLine[]): string | null {
  for (const line of body) {
    const name = leadInLine(line.text);
    if (name !== null) return name;
  }
  return null;
}

function otherSection(section: Section): readonly OtherSection[] {
  const paragraphs = gatherParagraphs(section.lines);
  return paragraphs.length === 0 && section.title === '' ? [] : [{ title: section.title, paragraphs }];
}
