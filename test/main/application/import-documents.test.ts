import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { trackedWord, wordOf } from '../documents/report-fixtures.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';
import { readReportLines } from '../../../src/main/documents/read-report-lines.ts';
import { importReports } from '../../../src/main/application/report/import-reports.ts';
import { loadDraft } from '../../../src/main/application/load.ts';
import { shown } from '../../../src/shared/records/settled.ts';
import { frameworkSchema } from '../../../src/shared/framework/framework-schema.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const data = join(root, '..', 'shared', 'data');
const present = existsSync(join(data, 'pdf'));
if (!present) console.log(`absent: ${join(data, 'pdf')}, so no published report is read as PDF or Word`);
const shipped = join(root, 'resources', 'frameworks');
const frameworks = readdirSync(shipped).map((name) =>
  frameworkSchema.parse(JSON.parse(readFileSync(join(shipped, name), 'utf8'))),
);
const own = ownFolder();
afterAll(own.remove);

async function reportIn(bytes: Uint8Array): Promise<ImportedReport> {
  const file = need(await readReportLines(bytes));
  return need(readReport(file.source, frameworks));
}

/** Everything a report says, without white space: grades, paragraphs by area, summary and points. */
function whole(report: ImportedReport): unknown {
  const tight = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => text.replaceAll(/\s+/g, ''));
  return {
    provider: report.provider,
    dates: report.inspection,
    lead: report.leadInspector,
    framework: report.frameworkId,
    summary: tight(report.summary),
    improvements: tight(report.improvements),
    areas: report.areas.map(({ id, grade, paragraphs }) => [id, grade, tight(paragraphs)]),
    others: report.otherSections.map(({ paragraphs }) => tight(paragraphs)),
  };
}

describe.skipIf(!present)('one published report in three forms', () => {
  it.each([
    ['trafford-2019-05-08.pdf', '80573-trafford--08-may-2019.txt'],
    ['trafford-2026-08-03.pdf', '80573-trafford--03-august-2026.txt'],
  ])('gives the same grades and paragraphs from %s as from its text, and from Word', async (pdf, text) => {
    const fromText = await reportIn(new Uint8Array(readFileSync(join(data, 'reports', text))));
    const fromPdf = await reportIn(new Uint8Array(readFileSync(join(data, 'pdf', pdf))));
    expect(whole(fromPdf)).toEqual(whole(fromText));
    const framework = frameworks.find((framework) => framework.id === fromText.frameworkId);
    if (framework === undefined) throw new Error('the report stands under no framework');
    const fromWord = await reportIn(await wordOf(fromText, framework));
    expect(whole(fromWord)).toEqual(whole(fromText));
  });
});

describe('a draft from a Word file of two authors', () => {
  it('has a revision for the text before, one for each author’s changes, and their comments', async () => {
    const team = join(own.path, 'team');
    mkdirSync(team);
    const running = run(join(own.path, 'profile'));
    await settle(running, 'Ada', team, true);
    const path = join(own.path, 'northmere.docx');
    writeFileSync(path, await trackedWord());
    const { grant } = await running.app.grants.grantFile(path);
    const [outcome] = need(await importReports(running.scope, { files: [grant], framework: 'ilacs-2026' }));
    expect(outcome?.problem).toBeNull();
    const loaded = need(await loadDraft(running.scope, outcome?.draft ?? ''));
    const state = loaded.verified.folded?.state;
    expect(loaded.verified.problems.filter((problem) => problem.level === 'broken')).toEqual([]);
    expect(state?.conflicts).toEqual([]);
    expect(state?.revisions.map((revision) => revision.reason)).toEqual([
      'Imported from northmere.docx',
      'Changes tracked in northmere.docx by Jane Roe, 2026-10-08',
      'Changes tracked in northmere.docx by Tom Hale, 2026-10-09',
    ]);
    const texts = Object.values(state?.narratives ?? {}).map((field) => shown(field));
    expect(texts.join(' ')).toContain('sometimes clear');
    expect(texts.join(' ')).toContain('in all teams seen');
    expect(state?.comments.map(({ quote, text }) => [quote, text])).toEqual([
      ['wait longest', 'Tom Hale, 2026-10-09: Is this the figure for the whole year?'],
      ['Visits are regular', 'Jane Roe, 2026-10-08: Check against the audit.'],
    ]);
  });
});
