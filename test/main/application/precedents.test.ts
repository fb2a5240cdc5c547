import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../documents/evidence-fixtures.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';
import { services } from '../../../src/main/composition/calls.ts';

const own = ownFolder();
afterAll(own.remove);
const running = run(join(own.path, 'profile'));
const { scope, app } = running;

const header =
  'local_authority,inspection_start_date,overall_effectiveness_grade,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,care_leavers_grade';
const rows = [
  'Northbrook,17/03/2023,good,good,good,good,good',
  'Beeham,05/02/2024,requires improvement,good,requires improvement,good,good',
  'Ceeton,03/02/2024,good,good,to requires improvement,good,good',
];

async function grantOf(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(own.path, name);
  writeFileSync(path, text);
  return (await app.grants.grantFile(path)).grant;
}

describe('published outcomes', async () => {
  await settle(running, 'Ann', own.path, true);
  const { draft } = need(
    await services.beginDraft(scope, {
      provider: 'Northbrook Council',
      kind: 'standard inspection',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
      recoveryOwner: null,
    }),
  );
  const pattern = {
    leaders: 'good',
    'help-and-protection': 'requires-improvement',
    'children-in-care': 'good',
    'care-leavers': 'good',
  };

  it('are not there before anybody imported them', async () => {
    expect(need(await services.findPrecedents(scope, { draft, pattern }))).toMatchObject({
      source: null,
      found: { same: [] },
      own: [],
    });
  });

  it('are imported with what was dirty, and found by pattern with what the whole was', async () => {
    const file = await grantOf('outcomes.csv', `National figures\n\n${header}\n${rows.join('\n')}\n`);
    const source = need(await services.importOutcomes(scope, { file }));
    expect(source).toMatchObject({ file: 'outcomes.csv', rows: 3, outcomes: 3, withoutGrades: 0 });
    expect(source.dirty).toMatchObject([{ value: 'to requires improvement', rows: [6] }]);
    expect(source.reading).toEqual([
      'Columns are separated by commas.',
      '1 row above the headings was skipped: “National figures”.',
    ]);
    const view = need(await services.findPrecedents(scope, { draft, pattern }));
    expect(view.source?.reading).toEqual(source.reading);
    expect(view.found.same.map(({ provider }) => provider)).toEqual(['Beeham', 'Ceeton']);
    expect(view.found.overall).toEqual([
      { grade: 'good', count: 1 },
      { grade: 'requires-improvement', count: 1 },
    ]);
    expect(view.own.map(({ start }) => start)).toEqual(['2023-03-17']);
  });

  describe('of a workbook', () => {
    const table = [header, ...rows].map((row) => row.split(','));
    const earlier = [header, ...rows.slice(0, 1)].map((row) => row.split(','));
    const { grant: file } = app.grants.grantBytes(
      'outcomes.xlsx',
      workbookOf([
        {
          name: 'Staff',
          rows: [
            ['team', 'people'],
            ['Duty', '12'],
          ],
        },
        { name: 'Draft', state: 'hidden', rows: earlier },
        { name: 'Outcomes', rows: table },
        { name: 'Earlier', rows: earlier },
      ]),
    );

    it.each([
      ['the first shown sheet that holds any', null, 'Outcomes', 3],
      ['another, by its name', 'Earlier', 'Earlier', 1],
      ['a hidden one, where somebody asks for it', 'Draft', 'Draft', 1],
    ])('are those of %s', async (_, sheet, read, count) => {
      const source = need(await services.importOutcomes(scope, { file, sheet }));
      expect(source.outcomes).toBe(count);
      expect(source.sheets.filter((each) => each.read).map(({ name }) => name)).toEqual([read]);
      expect(source.sheets.map(({ name }) => name)).toEqual(['Staff', 'Draft', 'Outcomes', 'Earlier']);
      expect(source.reading[0]).toContain(`Sheet “${read}” was read`);
    });

    it('are refused where the sheet that somebody asks for has none, and the ones before stay', async () => {
      expect(await services.importOutcomes(scope, { file, sheet: 'Staff' })).toMatchObject({
        ok: false,
        error: { code: 'unreadable' },
      });
      expect(need(await services.findPrecedents(scope, { draft, pattern })).source?.rows).toBe(1);
    });
  });

  it('what is no table of outcomes is refused, and the ones before stay', async () => {
    const file = await grantOf('notes.csv', 'text,when\nhello,today\n');
    expect(await services.importOutcomes(scope, { file })).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
    expect(need(await services.findPrecedents(scope, { draft, pattern })).source?.rows).toBe(1);
  });
});
