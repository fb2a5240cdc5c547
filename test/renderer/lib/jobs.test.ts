import { WaitingCalls } from '../waiting-calls.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { jobs } from '../../../src/renderer/lib/jobs.svelte.ts';
import type { HostEvent, JobName } from '../../../src/shared/ipc/host-event.ts';

let calls: WaitingCalls;
beforeEach(() => {
  calls = new WaitingCalls();
  app.banner = null;
});

const progress = (job: JobName, message: string, finished = false): HostEvent => ({
  kind: 'progress',
  job,
  done: 3,
  total: 10,
  message,
  finished,
});

describe('long work', () => {
  it('says what it does until main says how far it is, and nothing once it is done', async () => {
    const work = jobs.run('verify', 'Verifying …', () => call('verifyWorkspace', { draft: null }));
    expect(jobs.message('verify')).toBe('Verifying …');
    jobs.hear(progress('verify', '3 of 10 drafts'));
    expect(jobs.message('verify')).toBe('3 of 10 drafts');
    calls.answer(0, { drafts: [] });
    expect(await work).toEqual({ drafts: [] });
    expect(jobs.message('verify')).toBe('');
  });

  it('that is refused says why, and is under way no longer', async () => {
    const work = jobs.run('index', 'Looking …', () => call('refreshSearch', {}));
    calls.refuse(0, 'The disk is full.');
    expect(await work).toBeUndefined();
    expect([jobs.message('index'), app.banner?.text]).toEqual(['', 'The disk is full.']);
  });

  it('of two kinds at once is heard of apart', async () => {
    const both = [
      jobs.run('index', 'Looking …', () => call('refreshSearch', {})),
      jobs.run('list', 'Reading …', () => call('listDrafts', {})),
    ];
    jobs.hear(progress('list', '2 of 4 drafts'));
    calls.answer(0, { indexed: 0, unread: 0, stopped: false });
    await both[0];
    expect([jobs.message('index'), jobs.message('list')]).toEqual(['', '2 of 4 drafts']);
    jobs.hear(progress('list', '4 of 4 drafts', true));
    expect(jobs.message('list')).toBe('');
    calls.answer(1, []);
    await both[1];
  });

  it('that nobody asked for here is heard of by nothing else than its progress', () => {
    jobs.hear({ kind: 'changed', draft: null });
    expect(jobs.message('list')).toBe('');
  });

  it('is stopped by its name', () => {
    jobs.stop('import');
    expect(calls.made).toEqual([{ channel: 'stopJob', input: { job: 'import' } }]);
    calls.answer(0, null);
  });
});
