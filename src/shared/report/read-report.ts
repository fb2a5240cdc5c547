import { gatherAreas } from './gather-areas.ts';
import { gatherImprovements } from './gather-improvements.ts';
import { gatherParagraphs } from './gather-paragraphs.ts';
import { frameworkOfReport } from './framework-of-report.ts';
import { gatherSections, type Section } from './gather-sections.ts';
import {
  gradesNothing,
  noImprovements,
  notKnown,
  nothingOf,
  severalPeriods,
  withoutHeading,
} from './section-warnings.ts';
import { readGradeTable } from './grade-table.ts';
import type { ImportWarning } from './import-warning.ts';
import type { ImportedReport, OtherSection } from './imported-report.ts';
import { setFurnitureAside } from './page-furniture.ts';
import { headWarnings } from './head-warnings.ts';
import type { LineAnswers } from './report-edit.ts';
import type { ReportFramework } from './report-framework.ts';
import { reportProblem, type ReportProblem } from './report-problem.ts';
import { done, refused, type Result } from '../result.ts';
import type { PlacedLine, SourceText } from './source-text.ts';
import { splitHead } from './split-head.ts';
import { splitOffFootnotes } from './split-off-footnotes.ts';
import { leadInLine, readTitlePage } from './title-page.ts';
import { frameworkOfVisit, readVisitLetter, withLetterSections } from './visit-letter.ts';
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

/** Headings under which numbered paragraphs are points. */
const listOfPoints =
  /^(?:recommendations?|(?:priority and immediate action|areas? for (?:improvement|priority action)))\W*$/iu;

/** What the person importing decided beforehand, and what reading the file already found. */
interface ReadReportOptions {
  /** Use this framework of those given instead of the one in force at the dates of inspection. */
  readonly frameworkId?: string;
  readonly warnings?: readonly ImportWarning[];
  /** What a person answered to the questions of an earlier reading. */
  readonly answers?: LineAnswers;
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
  const letter = readVisitLetter(notes.body);
  const { head, body } = letter === null ? splitHead(notes.body) : { head: [], body: letter.body };
  const title = letter?.title ?? readTitlePage(head);
  const adopted = choose(frameworks, options, title.inspection.start, notes.body, letter !== null);
  const framework = letter === null || adopted === null ? adopted : withLetterSections(adopted);
  const table = framework === null || letter !== null ? null : readGradeTable(body, framework);
  const gathered = gatherSections(table?.after ?? body, framework, options.answers);
  if (letter === null && !isReport(title.facts, title.title, table !== null, gathered.sections))
    return refused(reportProblem('no-report'));
  const loose = [...title.rest, ...(table?.before ?? [])].filter((line) => line.text !== '');
  const lead = title.leadInspector ?? firstLead(notes.body);
  const parts = { ...title, leadInspector: lead, framework, table: table !== null || letter !== null, loose };
  const warnings = [
    ...(options.warnings ?? []),
    ...headWarnings(parts),
    ...severalPeriods(title.facts),
    ...(letter === null ? [] : [gradesNothing]),
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
    headings: gathered.headings,
  };
  const furniture = [
    ...(source.furniture ?? []),
    ...page.furniture,
    ...closing.imprint,
    ...(letter?.address ?? []),
  ];
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
  const ordered = onceOnly(gathered.sections);
  const asked = ordered.filter((section) => section.kind.of === 'improvements');
  const points = asked.map((section) => {
    const later = ordered.slice(ordered.indexOf(section) + 1);
    const restarts = later.some(({ lines }) =>
      lines.some((line) => line.numbered && numberOf(line.text) === 1),
    );
    return {
      title: section.title,
      ...gatherImprovements(section.lines, restarts || listOfPoints.test(section.title)),
    };
  });
  const before = points.flatMap((point) => [
    ...(point.before.length === 0 ? [] : [{ title: point.title, paragraphs: point.before }]),
    ...(point.after.length === 0 ? [] : [{ title: '', paragraphs: gatherParagraphs(point.after) }]),
  ]);
  const others = ordered.filter(({ kind }) => kind.of === 'other' || kind.of === 'section');
  return done({
    ...shared,
    frameworkId: framework.id,
    areas: areas.areas,
    summary: ordered
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
      ...others.filter(({ kind }) => kind.of === 'other').map(notKnown),
      ...(filled(areas.areas) || letter !== null ? [] : [nothingOf(framework)]),
      ...(points.some((point) => point.points.length > 0) ? [] : [noImprovements]),
    ],
  });
}

/**
 * Sections with the summary and the points of the whole report: where a later part of it (on a safeguarding board, say) has a
 * summary and points of its own, these are other sections.
 */
function onceOnly(sections: readonly Section[]): readonly Section[] {
  const seen = new Map<string, number>();
  let areas = 0;
  return sections.map((section): Section => {
    const { kind, title, line } = section;
    if (kind.of === 'area') areas += 1;
    const name = kind.of === 'section' ? kind.id : kind.of;
    const again = areas > (seen.get(name) ?? areas);
    if (line !== null && !seen.has(name)) seen.set(name, areas);
    if (kind.of === 'section' && name === 'summary' && !again) return { ...section, kind: { of: 'summary' } };
    return kind.of === 'improvements' && again
      ? { ...section, kind: { of: 'section', id: '' }, title }
      : section;
  });
}

/** Whether any area of a report has a grade or text. */
function filled(areas: ImportedReport['areas']): boolean {
  return areas.some(({ grade, paragraphs }) => grade !== null || paragraphs.length > 0);
}

function choose(
  frameworks: readonly ReportFramework[],
  options: ReadReportOptions,
  start: string | null,
  body: readonly PlacedLine[],
  visit: boolean,
): ReportFramework | null {
  if (options.frameworkId !== undefined) {
    return frameworks.find((framework) => framework.id === options.frameworkId) ?? null;
  }
  if (visit) return frameworkOfVisit(frameworks, start);
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
    /^(?:Re-?inspection|(?:Area SEND )?inspection) of\b/iu.test(title) ||
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
