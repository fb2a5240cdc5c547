import { Home } from '../home.ts';
import { WaitingCalls } from '../waiting-calls.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { folder } from '../../../src/renderer/lib/folder.svelte.ts';
import { services } from '../../../src/main/composition/calls.ts';
import type { FolderView } from '../../../src/shared/ipc/folder-views.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need } from '../../main/running-scope.ts';

const seen = (everySeconds: number): FolderView => ({
  states: [],
  events: true,
  everySeconds,
  arrivals: [],
  writing: [],
});
/** Until what was answered is taken in. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a colleague’s work in the shared folder', () => {
  const home = new Home();
  const stop = window.plumbline.onHostEvent((event) => {
    folder.hear(event);
  });
  beforeAll(() => home.settle());
  afterAll(async () => {
    stop();
    await home.close();
  });

  it('is said as it arrives, counted until it is read, and gone from the count then', async () => {
    const draft = await home.begin('Northbrook');
    await folder.follow(app.workspace?.id);
    await folder.count();
    const ben = await home.colleague(draft);
    need(await services.saveRevision(ben.scope, summaryOf(draft, 'Ben was here.')));
    await expect.poll(() => folder.notice).toBe('Ben Writer saved revision 1 of Northbrook, just now');
    await expect.poll(() => folder.view?.arrivals.length).toBeGreaterThan(0);
    await folder.count();
    expect(folder.unread.get(draft)).toBeGreaterThan(0);
    await folder.lookedAt(draft);
    expect(folder.unread.has(draft)).toBe(false);
    await folder.count();
    expect(folder.unread.get(draft) ?? 0).toBe(0);
  });
});

describe('the state of the shared folder', () => {
  let calls: WaitingCalls;
  beforeEach(async () => {
    await folder.follow(undefined);
    calls = new WaitingCalls();
    app.banner = null;
  });

  it('is the one asked for last, where the older answer comes last', async () => {
    folder.hear({ kind: 'folder' });
    folder.hear({ kind: 'folder' });
    calls.answer(1, seen(2));
    await settled();
    calls.answer(0, seen(1));
    await settled();
    expect(folder.view?.everySeconds).toBe(2);
  });

  it('is never that of the workspace before', async () => {
    folder.hear({ kind: 'folder' });
    const following = folder.follow('another');
    calls.answer(0, seen(1));
    await settled();
    expect(folder.view).toBeNull();
    calls.answer(1, seen(2));
    await following;
    expect(folder.view?.everySeconds).toBe(2);
  });

  it('stays as it is where nobody asked and it is refused; somebody who asks is told why', async () => {
    folder.hear({ kind: 'folder' });
    calls.answer(0, seen(1));
    await settled();
    folder.hear({ kind: 'folder' });
    calls.refuse(1, 'The folder is away.');
    await settled();
    expect([folder.view?.everySeconds, app.banner]).toEqual([1, null]);
    const looking = folder.look();
    calls.refuse(2, 'The folder is away.');
    await looking;
    expect([folder.view?.everySeconds, app.banner?.text]).toEqual([1, 'The folder is away.']);
  });

  it('and what was said of it are forgotten with the workspace', async () => {
    const now = new Date().toISOString();
    folder.hear({ kind: 'arrived', draft: 'd', sentence: 'Ben wrote', at: now, arrived: now });
    expect(folder.notice).toBe('Ben wrote, just now');
    await folder.follow(undefined);
    expect([folder.notice, folder.view, folder.unread.size]).toEqual(['', null, 0]);
  });
});
