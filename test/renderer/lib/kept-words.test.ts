import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { KeptWords } from '../../../src/renderer/lib/kept-words.svelte.ts';
import { unkept } from '../../../src/renderer/lib/unkept.svelte.ts';

const about = { id: 'a'.repeat(64) };
let form = 0;
let slot = '';

/** A form of a reason, as a window opens it anew. */
async function opened(initial = '', where = slot): Promise<KeptWords> {
  const words = new KeptWords(
    about,
    'A reason',
    () => where,
    () => initial,
  );
  await words.begin();
  return words;
}

/** Types and waits until it is on disk. */
async function type(words: KeptWords, text: string): Promise<void> {
  words.text = text;
  words.typed();
  await words.leave();
}

const onDisk = async (where = slot): Promise<string | null> =>
  (await call('readWords', { draft: about.id, slot: where }))?.text ?? null;

describe('words in a form', () => {
  const home = new Home();
  beforeAll(() => home.settle());
  beforeEach(() => {
    form += 1;
    slot = `reason-${form}`;
    app.banner = null;
  });
  afterAll(() => home.close());

  it('come back where they were typed and never saved, with the time', async () => {
    const before = await opened();
    expect([before.text, before.restored]).toEqual(['', '']);
    await type(before, 'Children wait too long.');
    const after = await opened();
    expect(after.text).toBe('Children wait too long.');
    expect(Date.parse(after.restored)).toBeGreaterThan(Date.now() - 60_000);
    after.typed();
    expect(after.restored).toBe('');
    await after.leave();
  });

  it('are on disk by themselves soon after they are typed', async () => {
    const words = await opened();
    words.text = 'Nobody left the form.';
    words.typed();
    await expect.poll(() => onDisk(), { interval: 50 }).toBe('Nobody left the form.');
  });

  it('are gone here and on disk once they were saved', async () => {
    const words = await opened('As proposed');
    await type(words, 'Because of CT-001');
    await words.clear();
    expect([words.text, await onDisk()]).toEqual(['As proposed', null]);
    expect((await opened('As proposed')).text).toBe('As proposed');
  });

  it('stay where somebody types before the kept ones have come', async () => {
    await type(await opened(), 'Kept before');
    const answer = home.delay('readWords');
    const words = new KeptWords(about, 'A reason', () => slot);
    const begun = words.begin();
    words.text = 'Typed at once';
    answer();
    await begun;
    expect(words.text).toBe('Typed at once');
  });

  it('of one thing never stand under another, and wait where they belong', async () => {
    const [here, there] = [slot, `${slot}-other`];
    let at = here;
    const words = new KeptWords(about, 'A reason', () => at);
    await words.begin();
    words.text = 'About the first';
    words.typed();
    at = there;
    await words.begin();
    expect(words.text).toBe('');
    await type(words, 'About the second');
    expect([await onDisk(here), await onDisk(there)]).toEqual(['About the first', 'About the second']);
    at = here;
    await words.begin();
    expect(words.text).toBe('About the first');
  });

  it('of one thing never come up under another, where they are read late', async () => {
    await type(await opened(), 'About the first');
    let at = slot;
    const words = new KeptWords(about, 'A reason', () => at);
    const answer = home.delay('readWords');
    const first = words.begin();
    await new Promise((resolve) => setTimeout(resolve));
    at = `${slot}-other`;
    await words.begin();
    answer();
    await first;
    expect(words.text).toBe('');
  });

  it('of another window are never written over by one that has not read them', async () => {
    const words = await opened();
    const standing = { writer: 'another window', over: null };
    await call('keepWords', { draft: about.id, slot, text: 'Typed there', standing });
    await type(words, 'Typed here');
    expect(app.banner?.text).toContain('in another window of yours');
    expect(await onDisk()).toBe('Typed there');
    expect(unkept.text()).toBe('A reason\n\nTyped here\n');
    await call('clearWords', { draft: about.id, slot });
    await unkept.keepAll();
    expect([await onDisk(), unkept.text(), app.banner]).toEqual(['Typed here', '', null]);
  });

  it('stay in the window where the disk is full, and are kept once it is not', async () => {
    const words = await opened();
    const freed = home.refuse('keepWords', 'The disk is full.');
    await type(words, 'Only here');
    expect([app.banner?.text, unkept.text()]).toEqual(['The disk is full.', 'A reason\n\nOnly here\n']);
    freed();
    await unkept.keepAll();
    expect(await onDisk()).toBe('Only here');
  });

  it('stay in the window where the disk is full and the form is about something else by then', async () => {
    const [here, there] = [slot, `${slot}-other`];
    let at = here;
    const words = new KeptWords(about, 'A reason', () => at);
    await words.begin();
    const freed = home.refuse('keepWords', 'The disk is full.');
    await type(words, 'About the first');
    at = there;
    await words.begin();
    expect([words.text, unkept.text()]).toEqual(['', 'A reason\n\nAbout the first\n']);
    at = here;
    await words.begin();
    expect(words.text).toBe('About the first');
    at = there;
    await words.begin();
    freed();
    await type(words, 'About the second');
    await unkept.keepAll();
    expect([await onDisk(here), await onDisk(there)]).toEqual(['About the first', 'About the second']);
    expect(unkept.text()).toBe('');
  });

  it('are kept for no draft where none is open', async () => {
    const words = new KeptWords({ id: '' }, 'A reason', () => slot);
    await words.begin();
    await type(words, 'x');
    expect([words.text, unkept.text(), await onDisk()]).toEqual(['x', '', null]);
  });
});
