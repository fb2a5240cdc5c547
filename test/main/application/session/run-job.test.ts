import { describe, expect, it } from 'vitest';
import { runJob, stopJob } from '../../../../src/main/application/session/run-job.ts';
import type { HostEvent } from '../../../../src/shared/ipc/host-event.ts';

/** A window that keeps what it hears. */
function listening(): Parameters<typeof runJob>[0] & { readonly heard: HostEvent[] } {
  const heard: HostEvent[] = [];
  const windows = {
    send: (_window: string, event: HostEvent) => void heard.push(event),
    broadcast: () => undefined,
  };
  return { heard, jobs: new Map(), session: { window: 'one', opened: null }, ports: { windows } };
}

const ofVerify = { kind: 'progress', job: 'verify' } as const;

describe('long work of a window', () => {
  it.each([
    ['answers', (): Promise<string> => Promise.resolve('done')],
    ['throws', (): Promise<string> => Promise.reject(new Error('the disk is gone'))],
  ])('says how far it is, and that it ended, where it %s', async (_, ending) => {
    const window = listening();
    const running = runJob(window, 'verify', ({ progress }) => {
      progress(1, 3, '1 of 3 drafts verified');
      return ending();
    });
    await running.catch(() => undefined);
    expect(window.heard).toEqual([
      { ...ofVerify, done: 1, total: 3, message: '1 of 3 drafts verified', finished: false },
      { ...ofVerify, done: 3, total: 3, message: '', finished: true },
    ]);
  });

  it('says nothing of its end where it never said how far it is', async () => {
    const window = listening();
    expect(await runJob(window, 'list', () => Promise.resolve(7))).toBe(7);
    expect(window.heard).toEqual([]);
  });

  it('is stopped by its name alone, all of that name that run, and none that follows', async () => {
    const window = listening();
    const seen: string[] = [];
    const hold = (name: string): Promise<void> =>
      runJob(window, 'import', ({ signal }) => {
        const held = Promise.withResolvers<null>();
        signal.addEventListener('abort', () => {
          seen.push(name);
          held.resolve(null);
        });
        return held.promise.then(() => undefined);
      });
    const both = Promise.all([hold('first'), hold('second')]);
    stopJob(window, 'export');
    expect(seen).toEqual([]);
    stopJob(window, 'import');
    await both;
    expect(seen).toEqual(['first', 'second']);
    expect(await runJob(window, 'import', ({ signal }) => Promise.resolve(signal.aborted))).toBe(false);
  });
});
