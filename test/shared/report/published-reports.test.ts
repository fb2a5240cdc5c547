import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { accountForCharacters } from './account-for-characters.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';
import { numberOf } from '../../../src/shared/report/paragraph-number.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { readTextReport } from '../../../src/main/documents/read-text-report.ts';
import { readOutcomes, statedDate, statedGrade, statedLead } from './published-outcomes.ts';

/** The frameworks that ship, as they ship. */
const shipped = new URL('../../../resources/frameworks/', import.meta.url);
const frameworks = readdirSync(shipped)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const value: unknown = JSON.parse(readFileSync(new URL(name, shipped), 'utf8'));
    const check = checkFramework(value);
    if (!check.ok) throw new Error(`${name}: ${JSON.stringify(check.problems)}`);
    return check.framework;
  });

const data = new URL('../../../../shared/data/', import.meta.url);
const folder = new URL('reports/', data);
const history = new URL('ilacs-history.csv', data);
const present = existsSync(folder) && existsSync(history);
const files = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
  : [];
const outcomes = present ? readOutcomes(history) : [];

function year(file: string): number {
  return Number(/(\d{4})\.txt$/u.exec(file)?.[1]);
}

function read(file: string): { readonly text: string; readonly report: ImportedReport } {
  const text = readTextReport(readFileSync(new URL(file, folder)));
  if (!text.ok) throw new Error(text.error.message);
  const report = readReport(splitPages(text.value.text), frameworks, { warnings: text.value.warnings });
  if (!report.ok) throw new Error(report.error.message);
  return { text: text.value.text, report: report.value };
}

function outcomeOf(file: string): ReadonlyMap<string, string> {
  const [urn = '', ,] = file.split('-');
  const published = (file.split('--')[1] ?? '').replace('.txt', '').replaceAll('-', ' ');
  const found = outcomes.filter(
    (row) => row.get('urn') === urn && (row.get('pdf_filename') ?? '').toLowerCase().includes(published),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${file}: ${String(found.length)} rows`);
  return only;
}

/** By the day the inspection began. */
function frameworkIn(start: string): string {
  if (start < '2023-01-01') return 'ilacs-2018';
  return start < '2026-04-01' ? 'ilacs-2023' : 'ilacs-2026';
}

if (!present) console.warn('The real reports are absent (../shared/data): reading them was not tested.');

test('the real reports are there, all of them, or it is said that they are not', () => {
  expect(files.length).toBe(present ? 44 : 0);
  expect(outcomes.length).toBe(present ? 497 : 0);
});

describe.runIf(present)('published reports', () => {
  test.each(files)('%s: every character stands in the report', (file) => {
    const { text, report } = read(file);
    const account = accountForCharacters(text, report);
    expect(account).toMatchObject({ complete: true, missing: [], extra: [] });
    expect(account.report).toBe(account.source);
    expect(account.source).toBeGreaterThan(15_000);
  });

  const ilacs = files.filter((file) => year(file) >= 2018);

  test.each(ilacs)('%s: what the published outcomes state', (file) => {
    const { report } = read(file);
    const row = outcomeOf(file);
    const start = statedDate(row.get('inspection_start_date')) ?? report.inspection.start;
    const end = statedDate(row.get('inspection_end_date')) ?? report.inspection.end;
    expect(report.inspection).toEqual({ start, end });
    expect(start).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(end).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(report.leadInspector).toBe(statedLead(row.get('inspector_name')));
    expect(report.leadInspector).not.toBeNull();
    expect(report.frameworkId).toBe(frameworkIn(start ?? ''));
    const grade = (id: string): string | null => report.areas.find((area) => area.id === id)?.grade ?? null;
    const inCare =
      report.frameworkId === 'ilacs-2018' ? 'children-in-care-and-care-leavers' : 'children-in-care';
    expect({
      overall: grade('overall'),
      leaders: grade('leaders'),
      help: grade('help-and-protection'),
      inCare: grade(inCare),
      leavers: grade('care-leavers'),
    }).toEqual({
      overall: statedGrade(row.get('overall_effectiveness_grade')),
      leaders: statedGrade(row.get('impact_of_leaders_grade')),
      help: statedGrade(row.get('help_and_protection_grade')),
      inCare: statedGrade(row.get('in_care_grade')),
      leavers: statedGrade(row.get('care_leavers_grade')),
    });
    const name = (report.provider ?? '').toLowerCase().replaceAll('-', ' ');
    const authority = (file.split('--')[0] ?? '').replace(/^\d+-/u, '').replaceAll('-', ' ');
    expect(name).toContain(authority);
  });

  test.each(ilacs)('%s: summary, improvements, and paragraphs in their areas', (file) => {
    const { report } = read(file);
    expect(report.summary.length).toBeGreaterThanOrEqual(1);
    expect(report.improvements.length).toBeGreaterThanOrEqual(1);
    expect(report.otherSections).toEqual([]);
    const graded = report.areas.filter((area) => area.id !== 'overall');
    expect(graded.every((area) => area.paragraphs.length >= 5)).toBe(true);
    const printed = [
      'help-and-protection',
      'children-in-care',
      'children-in-care-and-care-leavers',
      'care-leavers',
      'leaders',
    ];
    const numbers = printed
      .flatMap((id) => report.areas.find((area) => area.id === id)?.paragraphs ?? [])
      .map(numberOf);
    const odd = numbers.filter((number, index) => number !== (numbers[index - 1] ?? 0) + 1);
    expect(odd).toEqual(file.includes('lambeth') ? [57] : []);
    const kinds = new Set(report.warnings.map((warning) => warning.code));
    kinds.delete('area-name-differs');
    kinds.delete(file.includes('lambeth') ? 'doubled-number' : 'area-name-differs');
    kinds.delete(file.includes('north-tyneside') ? 'number-in-sentence' : 'area-name-differs');
    expect([...kinds]).toEqual([]);
    for (const warning of report.warnings) expect(warning.line).not.toBeNull();
  });

  test.each(ilacs)('%s: no page header in the narrative, no broken word', (file) => {
    const { report } = read(file);
    const narrative = [
      ...report.summary,
      ...report.improvements,
      ...report.areas.flatMap((area) => area.paragraphs),
    ];
    for (const paragraph of narrative) {
      expect(paragraph).not.toMatch(
        /Inspection of .* services|\uFFFE|◼|Crown copyright|cross-referenced with the outcomes/u,
      );
    }
  });

  const earlier = files.filter((file) => year(file) < 2018);

  test.each(earlier)('%s: of the framework before, with its grades and areas', (file) => {
    const { report } = read(file);
    expect(report.frameworkId).toBe('sif-2013');
    expect(report.areas.map(({ id, grade }) => [id, grade])).toEqual([
      ['help-and-protection', 'good'],
      ['adoption', 'good'],
      ['care-leavers', 'outstanding'],
      ['looked-after-and-permanence', 'good'],
      ['leadership', 'outstanding'],
      ['overall', 'good'],
    ]);
    expect(
      report.areas.filter(({ id }) => id !== 'overall').every((area) => area.paragraphs.length > 5),
    ).toBe(true);
    expect(report.inspection).toEqual({ start: '2015-01-27', end: '2015-02-18' });
    expect(report.published).toBe('2015-05-12');
    expect(report.leadInspector).toBe('Gary Lamb');
    expect(report.provider).toBe('Trafford Metropolitan Borough Council');
    expect(report.improvements.length).toBeGreaterThan(3);
    expect(report.otherSections.length).toBeGreaterThan(3);
    const kinds = new Set(report.warnings.map((warning) => warning.code));
    expect([...kinds].filter((code) => code !== 'area-name-differs')).toEqual([]);
  });
});
