import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { need } from '../../main/running-scope.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { Writing } from '../../../src/renderer/write/write.svelte.ts';

describe('the writing of a draft', () => {
  const home = new Home();
  beforeAll(async () => {
    await home.settle();
    await home.begin();
  });
  afterAll(() => home.close());

  async function opened(): Promise<Writing> {
    const writing = new Writing(home.draft);
    await writing.open();
    return writing;
  }

  it('begins with nothing unsaved', async () => {
    const writing = await opened();
    expect([writing.count, writing.restored, writing.ready]).toEqual([0, '', true]);
  });

  it('keeps what is typed through a window that went away, and goes back to where it stands', async () => {
    const before = await opened();
    before.type('summary', 'Children wait too long.');
    before.setGrade('overall-experiences', { grade: 'good' });
    expect([before.count, before.safeAt]).toEqual([2, '']);
    await before.flush();
    expect(before.safeAt).not.toBe('');

    const after = await opened();
    expect(after.text('summary')).toBe('Children wait too long.');
    expect(after.places).toEqual(['summary', 'overall-experiences']);
    expect(after.restored).toBe(before.safeAt);
    expect(app.place).toMatchObject({ area: 'summary' });
  });

  it('says how much stands in a section: words, or points of a list', async () => {
    const writing = await opened();
    expect([writing.size('summary'), writing.size('improvements')]).toEqual(['4 words', '0 points']);
    expect(writing.size('help-and-protection')).toBe('0 words');
  });

  it('discards one place and leaves the others', async () => {
    const writing = await opened();
    await writing.discard(['overall-experiences']);
    expect(writing.places).toEqual(['summary']);
    expect((await opened()).places).toEqual(['summary']);
  });

  it('saves a revision, after which nothing is unsaved and the text stands', async () => {
    const writing = await opened();
    expect(await writing.save('First text')).toBe(true);
    expect(writing.count).toBe(0);
    expect(writing.text('summary')).toBe('Children wait too long.');
    expect(home.draft.view?.state.revisions).toMatchObject([{ number: 1, reason: 'First text' }]);
    expect((await opened()).restored).toBe('');
  });

  it('knows what others saved since somebody began to type over it', async () => {
    const [first, second] = [await opened(), await opened()];
    first.type('summary', 'Children wait far too long.');
    second.type('summary', 'Some children wait.');
    await second.save('Softer');
    expect(first.newer('summary').map(({ value }) => value)).toEqual(['Some children wait.']);
    expect(first.text('summary')).toBe('Children wait far too long.');
  });

  it.each([
    ['saved last', false],
    ['saved first', true],
  ] as const)('shows in a conflict the text of whom it is shown to, who %s', async (when, first) => {
    const ben = await home.colleague(home.draft.id, `Ben who finds one that ${when}`);
    const writing = await opened();
    await writing.discard(['summary']);
    const over = [...writing.standsOn('summary').split(' ')];
    writing.type('summary', `What Ada wrote and ${when}.`);
    const theirs = {
      draft: home.draft.id,
      reason: 'Late',
      narratives: [{ section: 'summary', text: 'What Ben wrote.', over }],
      grades: [],
      improvements: null,
    };
    if (first) await writing.save('Mine');
    need(await saveRevision(ben.scope, theirs));
    if (!first) await writing.save('Mine');
    await home.draft.load(home.draft.id);
    expect(home.draft.state?.narratives['summary']).toHaveLength(2);
    expect(writing.text('summary')).toBe(`What Ada wrote and ${when}.`);
    // Settled for the next case.
    writing.type('summary', 'Both.');
    await writing.save('Both');
    expect(writing.text('summary')).toBe('Both.');
  });
});
