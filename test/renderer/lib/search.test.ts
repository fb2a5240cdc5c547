import { Home } from '../home.ts';
import { WaitingCalls } from '../waiting-calls.ts';
import { describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { WorkspaceSearch } from '../../../src/renderer/lib/search.svelte.ts';
import type { SearchHit } from '../../../src/shared/search/search-query.ts';

/** A hit in the evidence of Northbrook, by its code. */
const hit = (code: string): SearchHit => ({
  what: 'note',
  place: code,
  code,
  kind: 'interview',
  author: '',
  day: '2026-11-16',
  draft: '',
  provider: 'Northbrook',
  area: '',
  snippet: '',
});
const codes = ({ hits }: WorkspaceSearch): readonly string[] => hits.map(({ code }) => code);
/** Until what was answered is taken in. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function looking(text: string): { readonly search: WorkspaceSearch; readonly calls: WaitingCalls } {
  const search = new WorkspaceSearch();
  search.text = text;
  return { search, calls: new WaitingCalls() };
}

it('finds what stands in the workspace now, by the index brought up to date', async () => {
  const home = new Home();
  await home.settle();
  const draft = await home.begin();
  const narratives = [{ section: 'summary', text: 'Children wait for dentists.', over: [] }];
  await call('saveRevision', { draft, reason: 'First', narratives, grades: [], improvements: null });
  const search = new WorkspaceSearch();
  search.text = 'dentist';
  await search.refresh();
  expect(search.hits).toMatchObject([{ what: 'narrative', place: 'summary', provider: 'Northbrook' }]);
  expect([search.ranked, search.unread]).toEqual([true, 0]);
  search.what = 'note';
  await search.look();
  expect(search.hits).toEqual([]);
  await home.close();
});

describe('a search', () => {
  it('shows the first hits at once and the ranked ones after them', async () => {
    const { search, calls } = looking('dentist');
    const done = search.look();
    calls.answer(0, { hits: [hit('CT-001')], ranked: false });
    await settled();
    expect([codes(search), search.ranked]).toEqual([['CT-001'], false]);
    calls.answer(1, { hits: [hit('CT-002'), hit('CT-001')], ranked: true });
    await done;
    expect([codes(search), search.ranked]).toEqual([['CT-002', 'CT-001'], true]);
  });

  it('never shows hits for words that somebody has typed over', async () => {
    const { search, calls } = looking('dent');
    const first = search.look();
    search.text = 'dentist';
    const second = search.look();
    calls.answer(1, { hits: [hit('CT-002')], ranked: false });
    await settled();
    calls.answer(0, { hits: [hit('CT-001')], ranked: false });
    await first;
    expect(codes(search)).toEqual(['CT-002']);
    calls.answer(2, { hits: [hit('CT-003')], ranked: true });
    await second;
    expect(codes(search)).toEqual(['CT-003']);
  });

  it('shows nothing for less than two letters, also where hits are on their way', async () => {
    const { search, calls } = looking('dentist');
    const first = search.look();
    search.text = 'd ';
    await search.look();
    calls.answer(0, { hits: [hit('CT-001')], ranked: false });
    await first;
    expect([codes(search), calls.made.length]).toEqual([[], 1]);
  });

  it('asks with all that narrows it, and nothing for a day that is left empty', async () => {
    const { search, calls } = looking('dentist');
    Object.assign(search, { what: 'note', author: 'a', area: 'leaders', grade: 'good', from: '2026-11-16' });
    const done = search.look();
    expect(calls.made[0]?.input).toMatchObject({
      query: { text: 'dentist', what: 'note', kind: null, author: 'a', from: '2026-11-16', to: null },
    });
    calls.refuse(0, 'The search has ended.');
    await done;
    expect(app.banner?.text).toBe('The search has ended.');
  });

  it('says how many drafts it could not read', async () => {
    const { search, calls } = looking('');
    const done = search.refresh();
    calls.answer(0, { indexed: 3, unread: 2, stopped: false });
    await done;
    expect(search.unread).toBe(2);
  });
});
