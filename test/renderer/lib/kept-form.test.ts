import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call } from '../../../src/renderer/lib/call.ts';
import { KeptForm } from '../../../src/renderer/lib/kept-form.svelte.ts';
import { unkept } from '../../../src/renderer/lib/unkept.svelte.ts';

const about = { id: 'a'.repeat(64) };
const blank = { grade: '', why: '' };
const filledIn = { grade: 'good', why: 'Plans are clear.' };
let turn = 0;
let slot = '';

/** The form of an outcome, as a window opens it anew. */
function opened(): KeptForm<typeof blank> {
  return new KeptForm(about, {
    title: 'An outcome',
    slot: () => slot,
    shape: z.strictObject({ grade: z.string(), why: z.string() }),
    blank: () => blank,
    words: ({ why }) => why,
  });
}

describe('a form of several fields', () => {
  const home = new Home();
  beforeAll(() => home.settle());
  beforeEach(() => {
    turn += 1;
    slot = `outcome-${turn}`;
  });
  afterAll(() => home.close());

  it('comes back whole where it was left and never saved', async () => {
    const before = opened();
    expect(await before.begin()).toEqual(blank);
    before.keep(filledIn);
    await before.leave();
    expect(await opened().begin()).toEqual(filledIn);
  });

  it('is blank again once it was saved', async () => {
    const before = opened();
    await before.begin();
    before.keep(filledIn);
    await before.clear();
    expect(await opened().begin()).toEqual(blank);
  });

  it('is kept nowhere while nothing is filled in', async () => {
    const form = opened();
    await form.begin();
    form.keep({ ...blank });
    await form.leave();
    expect(await call('readWords', { draft: about.id, slot })).toBeNull();
  });

  it.each([
    ['no form', 'Plans are clear.'],
    ['a form of an earlier version', '{"grade":"good"}'],
  ])('is blank where what was kept is %s', async (_what, text) => {
    await call('keepWords', { draft: about.id, slot, text });
    expect(await opened().begin()).toEqual(blank);
  });

  it('hands out its words alone where no disk takes it', async () => {
    const form = opened();
    await form.begin();
    const freed = home.refuse('keepWords', 'The disk is full.');
    form.keep(filledIn);
    await form.leave();
    expect(unkept.text()).toBe('An outcome\n\nPlans are clear.\n');
    freed();
    await unkept.keepAll();
    expect(unkept.text()).toBe('');
  });
});
