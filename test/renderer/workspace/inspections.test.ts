import { Home } from '../home.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { InspectionList } from '../../../src/renderer/workspace/inspections.svelte.ts';
import { shown as standing } from '../../../src/shared/records/settled.ts';
import { dropView, keepView } from '../../../src/renderer/workspace/list-views.ts';
import type { DraftRow } from '../../../src/shared/ipc/views.ts';

function failed(): never {
  throw new Error('it is not there');
}

describe('the list of inspections', () => {
  const home = new Home();
  let [north, east] = ['', ''];
  let list: InspectionList;

  beforeAll(async () => {
    await home.settle();
    [north, east] = [await home.begin('Northbrook'), await home.begin('Eastmere')];
  });
  beforeEach(async () => {
    list = new InspectionList();
    await list.load();
    app.banner = null;
  });
  afterAll(() => home.close());

  const shown = (): unknown =>
    list.grouped.map(({ title, rows }) => [title, rows.map((row) => row.provider)]);
  const row = (about: Partial<DraftRow>): DraftRow => {
    const [known] = list.rows;
    if (known === undefined) throw new Error('the list is empty');
    return { ...known, ...about };
  };
  /** Writes the stage of a draft over what is said of it. */
  async function setStage(draft: string, value: string): Promise<void> {
    await home.open(draft);
    const over = (home.draft.view?.state.details.stage ?? []).map(({ record }) => record);
    await call('setDetails', { draft, writes: [{ name: 'stage', value, over }], reason: 'It began' });
  }

  it('groups drafts by where they stand, in the order in which they ask for something', () => {
    list.rows = [
      row({ draft: '1', provider: 'Published', stage: 'published' }),
      row({ draft: '2', provider: 'Sealed', stage: 'moderation', standing: 'sealed' }),
      row({ draft: '3', provider: 'Unknown', stage: 'a later version’s' }),
      row({ draft: '4', provider: 'Damaged', stage: 'moderation', problem: 'It cannot be read.' }),
      row({ draft: '5', provider: 'Moderated', stage: 'moderation' }),
      row({ draft: '6', provider: 'Drafted', stage: 'drafting' }),
    ];
    expect(shown()).toEqual([
      ['Cannot be read whole', ['Damaged']],
      ['In moderation', ['Moderated']],
      ['Drafting', ['Unknown', 'Drafted']],
      ['Final', ['Sealed']],
      ['Published reports', ['Published']],
    ]);
    expect(list.grouped.map(({ first }) => first)).toEqual([0, 1, 2, 4, 5]);
    expect(list.ordered.map(({ draft }) => draft)).toEqual(['4', '5', '3', '6', '2', '1']);
  });

  it('takes a withdrawn draft out of the list and of what waits, shows it where it is asked for, and puts it back', async () => {
    const standing = (): unknown => list.rows.find(({ draft }) => draft === north)?.shelf;
    await call('shelveDraft', { draft: north, shelf: 'withdrawn', reason: 'Begun twice' });
    await list.changed(north);
    expect([standing(), list.ordered.map(({ provider }) => provider)]).toEqual(['withdrawn', ['Eastmere']]);
    const waiting = await call('whatWaits', { for: 'me' });
    expect(waiting.drafts.some(({ draft }) => draft === north)).toBe(false);
    list.ask({ shelf: 'withdrawn' });
    expect(list.ordered.map(({ provider }) => provider)).toEqual(['Northbrook']);
    await expect(call('shelveDraft', { draft: north, shelf: 'withdrawn', reason: 'again' })).rejects.toThrow(
      'It stands there already: withdrawn. Nothing was written.',
    );
    await call('shelveDraft', { draft: north, shelf: 'list', reason: 'It is another one' });
    await list.changed(north);
    expect([standing(), list.ordered]).toEqual(['list', []]);
  });

  it('keeps a way of looking at the list by its name, one for each', async () => {
    await app.refresh();
    list.ask({ order: 'name' });
    list.wanted = 'mere';
    expect(await keepView(list, 'Meres')).toBe(true);
    list.ask({ late: true });
    await keepView(list, 'Meres');
    expect(app.start?.preferences.views).toMatchObject([
      { name: 'Meres', words: 'mere', filter: { order: 'name', late: true } },
    ]);
    await dropView('Meres');
    expect(app.start?.preferences.views).toEqual([]);
  });

  it('finds drafts by every word typed, in any order and letters, and none by a word of none', () => {
    list.rows = [
      row({ draft: '1', provider: 'Northbrook', leadInspector: 'Mara Quill' }),
      row({ draft: '2', provider: 'Northmere', leadInspector: 'Teo Lind' }),
    ];
    for (const [wanted, found] of [
      ['', ['1', '2']],
      ['NORTH', ['1', '2']],
      ['quill north', ['1']],
      ['quill mere', []],
    ] as const) {
      list.wanted = wanted;
      expect(list.found.map(({ draft }) => draft)).toEqual(found);
    }
  });

  it('shows at once what was verified here before, and anew what is there now', async () => {
    const next = new InspectionList();
    const letGo = home.delay('listDrafts');
    const loading = next.load();
    await expect.poll(() => next.rows.length).toBe(2);
    expect(next.loaded).toBe(true);
    letGo();
    await loading;
    expect(next.rows.every(({ checked }) => checked)).toBe(true);
  });

  it('reads the row of the draft that changed, and keeps the others as they are', async () => {
    const before = list.rows.find(({ draft }) => draft === north);
    await setStage(east, 'moderation');
    await list.changed(east);
    expect(list.rows.find(({ draft }) => draft === east)?.stage).toBe('moderation');
    expect(list.rows.find(({ draft }) => draft === north)).toBe(before);
    expect(shown()).toContainEqual(['In moderation', ['Eastmere']]);
  });

  it('keeps a row that came while the whole list was on its way', async () => {
    const letGo = home.delay('listDrafts');
    const loading = list.load();
    // Once this is answered, the list that is on its way was made too: the row is newer.
    await call('listDrafts', {});
    await setStage(east, 'factual-accuracy');
    await list.changed(east);
    letGo();
    await loading;
    expect(shown()).toContainEqual(['Factual accuracy', ['Eastmere']]);
  });

  it('never shows a whole list that a later one overtook', async () => {
    const letGo = home.delay('listDrafts');
    const first = list.load();
    const west = await home.begin('Westford');
    await list.load();
    letGo();
    await first;
    expect(list.rows.map(({ draft }) => draft)).toContain(west);
  });

  it('keeps what is shown where it cannot be read anew, and says why', async () => {
    const { rows } = list;
    const allow = home.refuse('listDrafts', 'The folder is not there.');
    await list.load();
    allow();
    expect([list.rows, list.loaded, app.banner?.text]).toEqual([rows, true, 'The folder is not there.']);
  });

  it('opens a draft on its evidence, and nothing where a file is no draft', () => {
    list.open(row({ draft: north }));
    expect(app.place).toEqual({ screen: 'evidence', draft: north, area: '' });
    list.open(row({ draft: '' }));
    expect(app.place?.draft).toBe(north);
  });

  it('imports published reports and says of each file what became of it', async () => {
    const report = join(import.meta.dirname, '..', '..', 'e2e', 'a-short-report.txt');
    expect(readFileSync(report, 'utf8')).not.toBe('');
    home.main.choice.files = [report];
    const before = list.rows.length;
    await list.chooseReports();
    expect(list.imported).toMatchObject([{ file: 'a-short-report.txt', ok: true }]);
    expect(list.rows).toHaveLength(before + 1);
    const here = list.imported?.[0]?.draft;
    await list.chooseReports();
    const again = list.imported?.[0];
    expect(again).toMatchObject({ ok: false, double: { draft: here, same: 'file' } });
    expect(list.rows).toHaveLength(before + 1);
    if (again === undefined) throw new Error('nothing was answered');
    await list.importDouble(again, 'separate');
    expect(list.imported).toMatchObject([{ ok: true, double: null }]);
    expect(list.rows).toHaveLength(before + 2);
  });

  it('shows what a report would become, and imports it as a person settled it', async () => {
    const report = join(import.meta.dirname, '..', '..', 'e2e', 'a-short-report.txt');
    home.main.choice.files = [report, report];
    const before = list.rows.length;
    await list.readReports();
    const { account } = list;
    if (account === null) throw new Error('nothing is shown');
    expect([list.rows.length, account.isIn, list.toRead.length]).toEqual([before, false, 2]);
    const row = account.rows.findIndex(({ section }) => section === 'help-and-protection');
    const [words, kept] = [account.rows[row]?.text ?? '', account.rows[row + 1]?.text];
    account.go(row);
    await account.move('summary');
    expect(account.rows[row]).toMatchObject({ section: 'summary', text: words });
    expect(account.movedFrom(account.rows[row] ?? failed())).toBe('help-and-protection');
    account.go(row + 1);
    await account.move('summary');
    await account.undo();
    expect(account.rows[row + 1]).toMatchObject({ section: 'help-and-protection', text: kept });
    await list.importRead();
    const [outcome] = list.imported ?? [];
    if (outcome?.double == null) throw new Error('the same file was imported before');
    await list.leaveOut();
    expect([list.account, list.toRead.length]).toEqual([null, 0]);
    await list.importDouble(outcome, 'separate');
    const made = list.imported?.[0] ?? failed();
    expect(made.warnings).toContainEqual(expect.objectContaining({ code: 'moved-by-hand' }));
    await home.open(made.draft ?? '');
    const state = home.draft.state ?? failed();
    expect(standing(state.narratives['summary'])).toContain(words.replaceAll('\n', ' '));
    expect(state.imports[0]?.report.warnings).toContainEqual(
      expect.objectContaining({ code: 'moved-by-hand' }),
    );
    list.showAccount(made);
    const after = list.account ?? failed();
    expect(after.isIn).toBe(true);
    after.go(row + 1);
    await after.move('summary');
    expect(after.rows[row + 1]?.section).toBe('summary');
    await home.open(made.draft ?? '');
    expect(home.draft.state?.revisions.at(-1)?.reason).toMatch(
      /^Moved text of a-short-report\.txt, page \d+, from .* to Summary$/u,
    );
    list.closeAccount();
    expect(list.account).toBeNull();
  });

  it('leaves files of records to the window, which shows them before they are imported', async () => {
    await list.dropped([new File([], 'Northbrook.judgment'), new File([], 'Ben.card')]);
    expect(list.imported).toBeNull();
  });

  it('verifies every draft and holds what was found', async () => {
    await list.verify();
    expect(list.verified).toMatchObject({ ok: true });
    expect(list.verified?.drafts.length).toBe(list.rows.length);
  });
});
