import type { GradeRow } from './grade-table.ts';
import { gatherParagraphs } from './gather-paragraphs.ts';
import type { Section } from './gather-sections.ts';
import type { ImportWarning } from './import-warning.ts';
import type { ImportedArea } from './imported-report.ts';
import { gradeInProse } from './printed-grade.ts';
import type { ReportArea, ReportFramework } from './report-framework.ts';

/**
 * The framework's areas with the grades of table and headings and their paragraphs, in the framework's order. Where
 * table and heading differ the table's grade stands and a warning says so; what lacks a grade or text is warned of.
 */
export function gatherAreas(
  framework: ReportFramework,
  rows: readonly GradeRow[],
  sections: readonly Section[],
): { readonly areas: readonly ImportedArea[]; readonly warnings: readonly ImportWarning[] } {
  const warnings: ImportWarning[] = [];
  const areas: ImportedArea[] = [];
  for (const area of framework.areas) {
    const row = rows.find((row) => row.area === area.id);
    const under = sections.filter((section) => section.kind.of === 'area' && section.kind.area === area.id);
    if (row === undefined && under.length === 0 && area.scale === null) continue;
    const printed = under.flatMap((section) =>
      section.kind.of === 'area' && section.kind.grade !== null ? [section.kind.grade] : [],
    );
    const differs = printed.find((grade) => grade !== (row?.grade ?? printed[0]));
    if (differs !== undefined)
      warnings.push(gradesDiffer(area, framework, row?.grade ?? printed[0] ?? '', differs, under));
    const paragraphs = under.flatMap((section) => gatherParagraphs(section.lines));
    const said = area.kind === 'overall' ? gradeInProse(paragraphs.join(' '), framework, area) : null;
    const grade = row?.grade ?? printed[0] ?? said;
    if (grade === null && area.scale !== null) warnings.push(notGraded(area));
    if (under.length === 0 && area.kind !== 'overall') warnings.push(withoutText(area));
    if (under.some((section) => section.kind.of === 'area' && !section.kind.exact))
      warnings.push(named(area, under));
    areas.push({
      id: area.id,
      title: under[0]?.title ?? row?.title ?? area.title,
      grade,
      paragraphs,
    });
  }
  return { areas, warnings };
}

function gradesDiffer(
  area: ReportArea,
  framework: ReportFramework,
  kept: string,
  other: string,
  under: readonly Section[],
): ImportWarning {
  const grades = framework.scales.flatMap((scale) => scale.grades);
  const title = (id: string): string => grades.find((grade) => grade.id === id)?.title ?? id;
  return {
    code: 'grades-differ',
    message: `The report prints two grades for “${area.title}”: “${title(kept)}” and “${title(other)}”. The first, from the table of grades where there is one, was kept; check which is meant.`,
    line: under[0]?.line ?? null,
    text: null,
  };
}

function notGraded(area: ReportArea): ImportWarning {
  return {
    code: 'area-not-graded',
    message: `No grade could be read for “${area.title}”. It was left without one; set it by hand.`,
    line: null,
    text: null,
  };
}

function withoutText(area: ReportArea): ImportWarning {
  return {
    code: 'area-without-text',
    message: `No section is headed “${area.title}”. Its narrative is empty; look among the other sections.`,
    line: null,
    text: null,
  };
}

function named(area: ReportArea, under: readonly Section[]): ImportWarning {
  return {
    code: 'area-name-differs',
    message: `A section is headed “${under[0]?.title ?? ''}”; it was taken as “${area.title}”. Check that this is meant.`,
    line: under[0]?.line ?? null,
    text: null,
  };
}
