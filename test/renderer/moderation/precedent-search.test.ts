import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookOf } from '../../main/documents/evidence-fixtures.ts';
import { ownFolder } from '../../main/running-scope.ts';
import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { PrecedentSearch } from '../../../src/renderer/moderation/precedent-search.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';

describe('a search for precedents', () => {
  const own = ownFolder();
  const home = new Home();
  beforeAll(async () => {
    await home.settle();
    const draft = await home.begin();
    await call('saveRevision', {
      draft,
      reason: 'Two grades',
      narratives: [],
      grades: home.draft.areas
        .slice(0, 2)
        .map(({ id }) => ({ area: id, value: { grade: 'good' }, over: [] })),
      improvements: null,
    });
    await home.draft.load(draft);
  });
  afterAll(async () => {
    await home.close();
    own.remove();
  });

  it('begins with the draft’s own grades, and leaves out areas without one', async () => {
    const search = new PrecedentSearch(home.draft);
    search.begin();
    const [first = '', second = '', third = ''] = search.areas;
    expect([search.pattern[first], search.pattern[second], search.pattern[third]]).toEqual([
      'good',
      'good',
      '',
    ]);
    await expect.poll(() => search.view).not.toBeNull();
  });

  it('shows the answer to what was chosen last, also where an earlier one comes after it', async () => {
    const search = new PrecedentSearch(home.draft);
    search.begin({});
    await expect.poll(() => search.view).not.toBeNull();
    const [area = ''] = search.areas;
    const comes = home.delay('findPrecedents');
    const before = search.view;
    search.choose(area, 'inadequate');
    search.choose(area, 'outstanding');
    await expect.poll(() => search.view).not.toBe(before);
    const last = search.view;
    comes();
    await new Promise((settle) => setTimeout(settle, 50));
    expect(search.view).toBe(last);
    expect(search.pattern[area]).toBe('outstanding');
  });

  it('takes another sheet of the workbook just imported, and keeps what stands where that holds none', async () => {
    const header = ['local_authority', 'overall_effectiveness_grade', 'impact_of_leaders_grade'];
    const outcome = (name: string): string[] => [name, 'good', 'good'];
    const path = join(own.path, 'outcomes.xlsx');
    const sheets = [
      { name: 'This year', rows: [header, outcome('Beeham'), outcome('Ceeton')] },
      { name: 'Last year', rows: [header, outcome('Beeham')] },
      { name: 'Staff', rows: [['team'], ['Duty']] },
    ];
    writeFileSync(path, workbookOf(sheets));
    home.main.choice.files = [path];
    const search = new PrecedentSearch(home.draft);
    await search.importTable();
    const taken = (): unknown => search.imported?.sheets.filter(({ read }) => read).map(({ name }) => name);
    expect([taken(), search.view?.source?.outcomes]).toEqual([['This year'], 2]);
    await search.takeSheet('Last year');
    expect([taken(), search.view?.source?.outcomes]).toEqual([['Last year'], 1]);
    await search.takeSheet('Staff');
    expect(app.banner?.text).toContain('These are no published outcomes');
    expect([taken(), search.view?.source?.outcomes]).toEqual([['Last year'], 1]);
  });
});
