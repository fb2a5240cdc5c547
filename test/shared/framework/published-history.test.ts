import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aggregateGrades } from '../../../src/shared/framework/aggregate-grades.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { frameworkForDay } from './framework-for-dates.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { evaluateLimiters, type GradesByArea } from '../../../src/shared/framework/limiting-rules.ts';
import { readOutcomes, statedDate, statedGrade, type Outcome } from '../report/published-outcomes.ts';

const file = new URL('../../../../shared/data/ilacs-history.csv', import.meta.url);
const present = existsSync(file);

const frameworks = ['ilacs-2018', 'ilacs-2023', 'ilacs-2026'].map((name): Framework => {
  const url = new URL(`../../../resources/frameworks/${name}.json`, import.meta.url);
  const checked = checkFramework(JSON.parse(readFileSync(url, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.framework;
});

const columns: { readonly [area: string]: string } = {
  leaders: 'impact_of_leaders_grade',
  'help-and-protection': 'help_and_protection_grade',
  'children-in-care': 'in_care_grade',
  'children-in-care-and-care-leavers': 'in_care_grade',
  'care-leavers': 'care_leavers_grade',
  overall: 'overall_effectiveness_grade',
};

/** The grades a row states for the areas of a framework. */
function gradesOf(row: Outcome, framework: Framework): GradesByArea {
  return Object.fromEntries(
    framework.areas.flatMap(({ id }) => {
      const grade = statedGrade(row.get(columns[id] ?? ''));
      return grade === null ? [] : [[id, grade]];
    }),
  );
}

/** By the first day of the inspection; three rows state none and are taken for the framework whose areas they grade. */
function frameworkOf(row: Outcome): Framework | null {
  const start = statedDate(row.get('inspection_start_date'));
  if (start !== null) return frameworkForDay(frameworks, start);
  const id = statedGrade(row.get('care_leavers_grade')) === null ? 'ilacs-2018' : 'ilacs-2023';
  return frameworks.find((framework) => framework.id === id) ?? null;
}

it('says where the published outcomes are absent', () => {
  if (!present)
    console.warn(
      'published outcomes absent: ../shared/data/ilacs-history.csv; nothing was held against them',
    );
  expect(frameworks).toHaveLength(3);
});

describe.runIf(present)('the rules of ILACS against every published outcome', () => {
  const rows = present ? readOutcomes(file) : [];
  const known = rows.flatMap((row) => {
    const framework = frameworkOf(row);
    return framework === null ? [] : [{ row, framework, grades: gradesOf(row, framework) }];
  });
  const full = known.filter(
    ({ framework, grades }) =>
      framework.id !== 'ilacs-2026' && framework.areas.every(({ id }) => grades[id] !== undefined),
  );
  const named = (row: Outcome): string =>
    `${row.get('local_authority') ?? ''} ${row.get('inspection_start_date') ?? ''}`;

  it('every inspection with all its grades is found', () => {
    expect(full).toHaveLength(308);
    expect(full.filter(({ framework }) => framework.id === 'ilacs-2023').length).toBeGreaterThan(100);
  });

  it('no hard rule is broken by any; the soft ones are kept by nearly all', () => {
    const findings = full.flatMap(({ row, framework, grades }) =>
      evaluateLimiters(framework, grades).map((finding) => ({ ...finding, place: named(row) })),
    );
    const ids = [...new Set(findings.map((finding) => finding.limiter))];
    for (const id of ids) {
      const applied = findings.filter((finding) => finding.limiter === id && finding.applies);
      const kept = applied.filter(({ holds }) => holds).length;
      console.log(`${id} (${applied[0]?.force ?? ''}): applies to ${applied.length}, kept by ${kept}`);
    }
    expect(
      findings
        .filter((finding) => finding.force === 'hard' && !finding.holds)
        .map((finding) => finding.place),
    ).toEqual([]);
    expect(
      findings.filter((finding) => finding.limiter === 'practice-inadequate' && finding.applies),
    ).toHaveLength(33);
    expect(
      findings.filter((finding) => finding.limiter === 'leaders-inadequate' && finding.applies).length,
    ).toBeGreaterThan(0);
    const departed = findings.filter((finding) => finding.force === 'soft' && !finding.holds);
    expect(departed.map(({ limiter }) => limiter)).toEqual(['good-needs-most']);
  });

  it('the lower median agrees with at least 290', () => {
    const others = full.filter(
      ({ framework, grades }) => aggregateGrades(framework, grades)[0]?.grade !== grades['overall'],
    );
    console.log(
      `lower median: ${full.length - others.length} of ${full.length}; not ${others.map(({ row }) => named(row)).join(', ')}`,
    );
    expect(full.length - others.length).toBeGreaterThanOrEqual(290);
  });

  it('from April 2026 nothing states an overall grade, though the areas are graded', () => {
    const reformed = known.filter(({ framework }) => framework.id === 'ilacs-2026');
    expect(reformed.length).toBeGreaterThanOrEqual(11);
    expect(
      reformed.filter(({ row }) => statedGrade(row.get('overall_effectiveness_grade')) !== null),
    ).toEqual([]);
    expect(
      reformed.filter(({ framework, grades }) => framework.areas.every(({ id }) => grades[id] !== undefined))
        .length,
    ).toBeGreaterThan(0);
  });

  it('care leavers are graded by themselves only where they are an area', () => {
    const dated = known.filter(({ row }) => statedDate(row.get('inspection_start_date')) !== null);
    const stated = dated.filter(({ row }) => statedGrade(row.get('care_leavers_grade')) !== null);
    expect(stated.length).toBeGreaterThan(100);
    expect(
      stated.filter(({ framework }) => framework.id === 'ilacs-2018').map(({ row }) => named(row)),
    ).toEqual([]);
  });
});
