import { Home } from '../../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Merging } from '../../../../src/renderer/lib/conflict/merging.svelte.ts';
import type { NarrativeMergeView } from '../../../../src/shared/ipc/views.ts';

const side = (record: string): NarrativeMergeView['sides'][0] => ({
  record: record.repeat(64),
  author: record,
  at: '2026-11-16T10:00:00.000Z',
});
/** Two texts that agree but for two sentences. */
const view = (theirs = 'b'): NarrativeMergeView => ({
  sides: [side('a'), side(theirs)],
  spans: [
    { kind: 'text', text: 'Plans are good. ', by: 'base' },
    { kind: 'collision', before: 'Visits are late.', ours: 'Visits are timely.', theirs: 'Visits are rare.' },
    { kind: 'text', text: ' Children are heard. ', by: 'theirs' },
    { kind: 'collision', before: 'Leaders know.', ours: '', theirs: 'Leaders act.' },
  ],
});
const nowhere = { id: '' };

describe('two texts of one place', () => {
  it('have no text together while a place is open', () => {
    const merging = new Merging(nowhere, view());
    expect([merging.open, merging.settled(0)]).toEqual([2, null]);
    expect(merging.preview().map(({ text }) => text)).toEqual([
      'Plans are good. ',
      null,
      ' Children are heard. ',
      null,
    ]);
  });

  it.each([
    ['ours', 'ours', 'Plans are good. Visits are timely. Children are heard. '],
    ['theirs', 'theirs', 'Plans are good. Visits are rare. Children are heard. Leaders act.'],
    ['both', 'both', 'Plans are good. Visits are timely. Visits are rare. Children are heard. Leaders act.'],
    ['anew', 'theirs', 'Plans are good. Visits are late. Children are heard. Leaders act.'],
  ] as const)('are one text as a person settles each: %s, %s', (first, second, text) => {
    const merging = new Merging(nowhere, view());
    merging.choose(first);
    merging.step(1);
    merging.choose(second);
    expect([merging.open, merging.text()]).toEqual([0, text]);
  });

  it('are written anew from what stood there before', () => {
    const merging = new Merging(nowhere, view());
    merging.choose('anew');
    expect(merging.settled(0)).toBe('Visits are late.');
    merging.written[0] = 'Visits vary.';
    expect(merging.settled(0)).toBe('Visits vary.');
    expect(merging.preview()[1]).toEqual({ text: 'Visits vary.', by: 'anew', collision: 0 });
  });

  it('are gone through from the first place to the last and no further', () => {
    const merging = new Merging(nowhere, view());
    const places = [-1, 1, 1, 1, -1].map((by) => {
      merging.step(by);
      return merging.at;
    });
    expect(places).toEqual([0, 1, 1, 1, 0]);
  });
});

describe('what was settled of two texts', () => {
  const home = new Home();
  const draft = { id: 'a'.repeat(64) };
  beforeAll(() => home.settle());
  afterAll(() => home.close());

  async function opened(theirs = 'b'): Promise<Merging> {
    const merging = new Merging(draft, view(theirs));
    await merging.begin();
    return merging;
  }

  it('comes back where the dialog was left, for these two texts and no others', async () => {
    const before = await opened();
    before.choose('anew');
    before.written[0] = 'Visits vary.';
    before.keep();
    await before.leave();
    const after = await opened();
    expect([after.open, after.settled(0)]).toEqual([1, 'Visits vary.']);
    expect((await opened('c')).open).toBe(2);
  });

  it('stays where a person settles before what was kept has come', async () => {
    const answer = home.delay('readWords');
    const merging = new Merging(draft, view());
    const begun = merging.begin();
    merging.choose('theirs');
    answer();
    await begun;
    expect(merging.settled(0)).toBe('Visits are rare.');
    await merging.leave();
    expect((await opened()).settled(0)).toBe('Visits are rare.');
  });

  it('is never kept over by a dialog that has not read it yet', async () => {
    const answer = home.delay('readWords');
    const merging = new Merging(draft, view());
    const begun = merging.begin();
    merging.keep();
    answer();
    await begun;
    expect(merging.settled(0)).toBe('Visits are rare.');
  });

  it('is forgotten once it is saved', async () => {
    await (await opened()).clear();
    expect((await opened()).open).toBe(2);
  });
});
