import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { BeginForm } from '../../../src/renderer/details/begin-form.svelte.ts';

describe('the form of a new draft', () => {
  const home = new Home();
  let form: BeginForm;

  beforeAll(async () => {
    await home.settle();
  });
  beforeEach(() => {
    form = new BeginForm(() => '');
    app.banner = null;
  });
  afterAll(() => home.close());

  /** Everything that a draft under ILACS 2026 needs. */
  function fill(): void {
    form.framework = 'ilacs-2026';
    form.typed = { provider: ' Northbrook ', start: '2026-11-16', end: '2026-11-27' };
  }

  it('asks for one thing after another, and says nothing of a name that nobody typed yet', () => {
    expect([form.problems, form.whyNot]).toEqual([[], 'The authority or setting has no name yet.']);
    form.typed.provider = 'Northbrook';
    expect(form.whyNot).toBe('No framework is chosen yet.');
    form.framework = 'ilacs-2026';
    expect(form.whyNot).toBe('The first day is not set yet.');
    form.typed.start = '2026-11-16';
    expect(form.whyNot).toBeNull();
    form.typed.provider = ' ';
    expect(form.problems.map(({ of }) => of)).toEqual([['provider']]);
  });

  it('takes the framework’s first type of inspection until somebody chooses one that it has', () => {
    fill();
    const [first, second] = form.chosen?.kinds ?? [];
    expect(form.value('kind')).toBe(first);
    form.typed.kind = second ?? '';
    expect(form.value('kind')).toBe(second);
    form.typed.kind = 'of another framework';
    expect(form.value('kind')).toBe(first);
  });

  it('begins nothing on days that are none, or that end before they begin', () => {
    fill();
    form.typed.end = '2026-11-01';
    expect(form.whyNot).toBe('The last day lies before the first day.');
    form.unread.end = true;
    expect(form.whyNot).toBe('Last day: there is no such day.');
  });

  it('needs a reason for days that the framework is not for, which stands in the record', async () => {
    fill();
    Object.assign(form.typed, { start: '2020-03-02', end: '' });
    expect([form.needsReason, form.whyNot]).toEqual([true, 'A reason is needed.']);
    form.reason = ' A trial of the new framework ';
    expect(form.whyNot).toBeNull();
    const draft = (await form.begin()) ?? '';
    const { steps } = await call('readTrail', { draft });
    expect(steps.map(({ sentence }) => sentence).join(' ')).toContain('A trial of the new framework');
  });

  it('begins the draft as it was typed, and is empty for the next', async () => {
    fill();
    const draft = await form.begin();
    await home.draft.load(draft ?? '');
    expect(home.draft.view?.state.details).toMatchObject({
      provider: [{ value: 'Northbrook' }],
      start: [{ value: '2026-11-16' }],
      end: [{ value: '2026-11-27' }],
    });
    expect([form.typed, form.unread, form.framework, form.reason]).toEqual([{}, {}, '', '']);
  });

  it('offers the inspectorate of the draft that was changed last, and takes another or none', async () => {
    form = new BeginForm(() => 'Inspectorate of Northland');
    fill();
    await home.draft.load((await form.begin()) ?? '');
    expect(home.draft.view?.state.details.inspectorate).toMatchObject([
      { value: 'Inspectorate of Northland' },
    ]);
    fill();
    form.typed.inspectorate = '';
    await home.draft.load((await form.begin()) ?? '');
    expect(home.draft.view?.state.details.inspectorate).toEqual([]);
  });

  it('keeps what was typed where the draft could not begin, and says why', async () => {
    fill();
    const allow = home.refuse('beginDraft', 'The disk is full.');
    expect(await form.begin()).toBeUndefined();
    allow();
    expect([form.value('provider'), form.framework, app.banner?.text]).toEqual([
      ' Northbrook ',
      'ilacs-2026',
      'The disk is full.',
    ]);
  });
});
