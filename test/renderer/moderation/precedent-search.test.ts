import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrecedentSearch } from '../../../src/renderer/moderation/precedent-search.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';

describe('a search for precedents', () => {
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
  afterAll(() => home.close());

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
});
