import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { desk } from '../../../src/renderer/framework/frameworks.svelte.ts';

describe('the frameworks of a workspace', () => {
  const home = new Home();

  beforeAll(async () => {
    await home.settle();
  });
  beforeEach(async () => {
    await desk.drop();
    await desk.load();
    [desk.chosen, desk.against, desk.mode] = ['', '', 'read'];
    app.banner = null;
  });
  afterAll(() => home.close());

  const onDisk = async (): Promise<string> => (await call('readUnpublished', {}))?.text ?? '';
  /** The window goes away, what it shows with it, and comes back. */
  async function reload(): Promise<void> {
    [desk.edited, desk.raw, desk.pasted, desk.mode] = [null, null, {}, 'read'];
    await desk.load();
  }
  /** Begins a version of the first framework under another title. */
  function write(title: string): void {
    desk.begin();
    if (desk.edited !== null) desk.edited.title = title;
    desk.keep();
  }

  it('are stepped through from end to end, and compared with one another', () => {
    expect([desk.loaded, desk.problems]).toEqual([true, []]);
    const keys = desk.list.map(({ key }) => key);
    expect([desk.current?.key, desk.other]).toEqual([keys[0], null]);
    desk.step(-1);
    expect(desk.current?.key).toBe(keys[0]);
    desk.step(1);
    expect(desk.current?.key).toBe(keys[1]);
    desk.step(keys.length);
    expect(desk.current?.key).toBe(keys.at(-1));
    desk.against = keys[1] ?? '';
    expect(desk.other?.key).toBe(keys[1]);
  });

  it('are begun anew from the one that is shown, which stays as it is', () => {
    desk.begin();
    const shown = desk.current?.framework;
    expect([desk.mode, desk.edited?.version]).toEqual(['edit', `${shown?.version ?? ''}, revised`]);
    expect(desk.check?.ok).toBe(true);
    if (desk.edited !== null) desk.edited.title = 'Ours';
    expect(desk.current?.framework.title).toBe(shown?.title);
    desk.choose(desk.list[1]?.key ?? '');
    expect(desk.mode).toBe('read');
    desk.begin();
    expect(desk.edited?.title).toBe('Ours');
  });

  it('being written stand in the editor again after the window went away, with all that was typed beside', async () => {
    write('Ours, half written');
    desk.writeRaw('{ "title": ');
    desk.paste('leaders.audit', 'Good: audits are done.');
    await expect.poll(onDisk).toContain('audits are done');
    await reload();
    expect([desk.edited?.title, desk.raw, desk.pasted]).toEqual([
      'Ours, half written',
      '{ "title": ',
      { 'leaders.audit': 'Good: audits are done.' },
    ]);
    expect(app.banner?.text).toMatch(/^Ours, half written, .* is back\.$/);
  });

  it('kept before there was anything beside them come back, and what is no framework does not', async () => {
    const old = { ...desk.current?.framework, title: 'Kept by an earlier version' };
    await call('keepUnpublished', { text: JSON.stringify(old) });
    await reload();
    expect([desk.edited?.title, desk.raw]).toEqual(['Kept by an earlier version', null]);
    await call('keepUnpublished', { text: '{"framework":{"areas":[]},"raw":null,"pasted":{}}' });
    await reload();
    expect(desk.edited).toBeNull();
  });

  it('are gone from the disk too where they are thrown away', async () => {
    write('Not wanted');
    await expect.poll(onDisk).toContain('Not wanted');
    await desk.drop();
    await reload();
    expect([desk.edited, await onDisk()]).toEqual([null, '']);
  });

  it('have a part that was taken out back when that is undone, on disk as well', async () => {
    write('With its areas');
    const areas = desk.edited?.areas.length;
    desk.takeOut('The last area', () => desk.edited?.areas.pop());
    expect(desk.edited?.areas).toHaveLength((areas ?? 0) - 1);
    expect(app.banner?.text).toBe('The last area was taken out.');
    desk.keep();
    await expect.poll(onDisk).toContain('"areas":[]');
    app.banner?.undo?.();
    expect(desk.edited?.areas).toHaveLength(areas ?? 0);
    await expect.poll(onDisk).not.toContain('"areas":[]');
  });

  it.each([
    ['{ "title": ', /This is not JSON/],
    ['{ "title": "Nothing else" }', /this is no sound framework/],
  ])('are not taken over from a file that holds none: %s', (text, said) => {
    write('What stood here');
    expect(desk.take(text)).toBe(false);
    expect([desk.edited?.title, app.banner?.tone]).toEqual(['What stood here', 'stop']);
    expect(app.banner?.text).toMatch(said);
  });

  it('are taken over from a file, kept at once, and what stood there comes back when that is undone', async () => {
    write('What stood here');
    const file = { ...desk.current?.framework, title: 'From a file' };
    expect(desk.take(JSON.stringify(file))).toBe(true);
    expect([desk.edited?.title, desk.mode]).toEqual(['From a file', 'edit']);
    await expect.poll(onDisk).toContain('From a file');
    app.banner?.undo?.();
    expect(desk.edited?.title).toBe('What stood here');
  });

  it('show themselves again in place of what was typed as JSON, which can come back', () => {
    write('Ours');
    desk.writeRaw('half');
    desk.takeBackRaw();
    expect(desk.raw).toBeNull();
    app.banner?.undo?.();
    expect(desk.raw).toBe('half');
  });

  it('are published under a signature, after which nothing is being written', async () => {
    write('Ours, published');
    const before = desk.list.length;
    const allow = home.refuse('publishFramework', 'The folder is not there.');
    await desk.publish();
    allow();
    expect([desk.edited?.title, desk.list.length]).toEqual(['Ours, published', before]);
    await desk.publish();
    expect([desk.edited, desk.mode, await onDisk()]).toEqual([null, 'read', '']);
    expect(desk.current).toMatchObject({
      origin: 'published',
      adoptable: true,
      framework: { title: 'Ours, published' },
    });
    expect(app.workspace?.frameworks.map(({ id }) => id)).toContain(desk.chosen);
  });

  it('are handed out as a file, also one that is not finished', async () => {
    desk.begin();
    if (desk.edited === null) throw new Error('nothing is being written');
    await desk.hand(desk.edited);
    const [[name, bytes] = ['', new Uint8Array()]] = home.main.saved;
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ version: desk.edited.version });
    expect(app.banner?.text).toBe(`${name} was saved.`);
  });
});
