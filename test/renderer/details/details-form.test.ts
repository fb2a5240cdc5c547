import { Home } from '../home.ts';
import { flushSync } from 'svelte';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { DetailsForm } from '../../../src/renderer/details/details-form.svelte.ts';
import { detailsSet } from '../../../src/shared/draft/details-set.ts';
import { need, type Running } from '../../main/running-scope.ts';
import { madeInComponent } from '../made-in-component.svelte.ts';

describe('the details of an inspection as they are changed', () => {
  const home = new Home();
  let draft = '';
  let ben: Running;
  let form: DetailsForm;
  let leave: () => void;

  beforeAll(async () => {
    await home.settle();
  });
  beforeEach(async () => {
    draft = await home.begin();
    ({ made: form, leave } = madeInComponent(() => new DetailsForm(home.draft, () => true)));
    await form.reason.begin();
    await expect.poll(() => form.view?.framework?.id).toBe('ilacs-2026');
  });
  afterEach(() => {
    leave();
  });
  afterAll(() => home.close());

  it('shows what stands, and has nothing to save until something differs from it', () => {
    expect([form.value('provider'), form.value('start'), form.value('end')]).toEqual([
      'Northbrook',
      '2026-11-16',
      '',
    ]);
    form.typed.provider = ' Northbrook ';
    expect([form.changed, form.whyNot]).toEqual([[], 'Nothing has been changed yet.']);
    form.typed.provider = 'Northbrook Council';
    expect([form.changed, form.whyNot]).toEqual([['provider'], null]);
  });

  it('saves what differs alone, and forgets what was typed', async () => {
    form.typed.provider = ' Northbrook Council ';
    form.typed.start = '2026-11-16';
    expect(await form.save()).toBe(true);
    expect(form.typed).toEqual({});
    const { details } = home.draft.view?.state ?? {};
    expect(details?.provider).toMatchObject([{ value: 'Northbrook Council' }]);
    expect(details?.start[0]?.record).not.toBe(details?.provider[0]?.record);
  });

  it('keeps what was typed where it could not be saved', async () => {
    form.typed.provider = 'Northbrook Council';
    const allow = home.refuse('setDetails', 'The disk is full.');
    expect(await form.save()).toBe(false);
    allow();
    expect([form.value('provider'), form.stands('provider')]).toEqual(['Northbrook Council', 'Northbrook']);
  });

  it('saves nothing that cannot be, and tells of nothing that nobody changed', () => {
    form.typed.end = '2026-11-01';
    expect(form.whyNot).toBe('The last day lies before the first day.');
    form.typed = {};
    form.unread.end = true;
    expect([form.changed, form.whyNot]).toEqual([['end'], 'Last day: there is no such day.']);
  });

  it('asks for a reason where the stage is set by hand, which stands in the record', async () => {
    form.typed.stage = 'moderation';
    expect(form.whyNot).toBe('A reason is needed.');
    form.reason.text = ' The panel met today ';
    form.reason.typed();
    expect([form.whyNot, await form.save(), form.reason.text]).toEqual([null, true, '']);
    const { steps } = await call('readTrail', { draft });
    expect(steps.at(-1)?.sentence).toContain('The panel met today');
    expect(home.draft.view?.state.stage.now).toBe('moderation');
  });

  it('asks for a reason where the framework is not for these days', () => {
    form.typed.start = '2020-03-02';
    expect([form.needsReason, form.whyNot]).toEqual([true, 'A reason is needed.']);
  });

  it('shows what two people wrote without knowing of each other until one of both is chosen', async () => {
    ben = await home.colleague(draft, `Ben Writer ${draft.slice(0, 6)}`);
    await home.draft.load(draft);
    const over = form.open('provider').map(({ record }) => record);
    const theirs = [{ name: 'provider', value: 'Northbrook City', over } as const];
    form.typed.provider = 'Northbrook Council';
    need(await services.setDetails(ben.scope, { draft, writes: theirs, reason: null }));
    expect(await form.save()).toBe(true);
    expect(
      form
        .open('provider')
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual(['Northbrook City', 'Northbrook Council']);
    expect(form.changed).toEqual([]);
    form.typed.provider = form.stands('provider');
    expect([form.changed, await form.save()]).toEqual([['provider'], true]);
    expect(form.open('provider')).toHaveLength(1);
  });

  it('forgets what was typed of a draft where another is opened', async () => {
    form.typed.provider = 'Northbrook Council';
    form.unread.end = true;
    await home.begin('Eastmere');
    flushSync();
    expect([form.typed, form.unread, form.value('provider')]).toEqual([{}, {}, 'Eastmere']);
  });

  it('records the day of publication as a moment where the details themselves are sealed', async () => {
    const may = vi.spyOn(home.draft, 'may').mockImplementation(({ type }) => type !== detailsSet.type);
    form.typed.published = '2027-01-15';
    const saved = await form.save();
    may.mockRestore();
    const { steps } = await call('readTrail', { draft });
    expect([saved, steps.at(-1)?.type]).toEqual([true, 'moment.recorded']);
  });
});
