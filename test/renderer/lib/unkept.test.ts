import '../window-in-node.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { CallFailure } from '../../../src/renderer/lib/call.ts';
import { newStanding, type Journalist } from '../../../src/renderer/lib/journalist.ts';
import { unkept } from '../../../src/renderer/lib/unkept.svelte.ts';
import type { CallError } from '../../../src/shared/ipc/call-error.ts';

/** Something that is written in a window, on a disk that a test makes fail. */
class Written {
  text = '';
  writes = 0;
  failure: CallError | null = null;
  readonly standing = newStanding();
  readonly journalist: Journalist;

  constructor(title: string) {
    this.journalist = unkept.journalist(
      () => {
        this.writes += 1;
        return this.failure === null ? Promise.resolve() : Promise.reject(new CallFailure(this.failure));
      },
      () => [{ title, text: this.text }],
      () => this.standing,
    );
  }

  async type(text: string): Promise<void> {
    this.text = text;
    this.journalist.changed();
    await this.journalist.flush();
  }
}

const full: CallError = { code: 'disk-full', message: 'The disk is full. What you typed is in this window.' };
const away: CallError = { code: 'host-ended', message: 'The program behind this window has ended.' };
const closed: CallError = { code: 'no-workspace', message: 'No workspace is open.' };
let note: Written;
let reason: Written;

const said = (): string | null => app.banner?.text ?? null;

beforeEach(() => {
  app.banner = null;
  [note, reason] = [new Written('A note'), new Written('A reason')];
});
afterEach(async () => {
  await Promise.all([note.journalist.drop(), reason.journalist.drop()]);
  await unkept.hear({ kind: 'host', state: 'connected' });
  await unkept.hear({ kind: 'returned' });
});

describe('words that are on no disk', () => {
  it('are none while each write succeeds', async () => {
    await note.type('Plans are good.');
    expect([unkept.since, unkept.text(), said()]).toEqual([null, '', null]);
  });

  it('are handed out under what they are, without what was emptied again', async () => {
    [note.failure, reason.failure] = [full, full];
    await note.type('Plans are good.');
    await reason.type('');
    expect(unkept.text()).toBe('A note\n\nPlans are good.\n');
    expect(unkept.since).not.toBeNull();
  });

  it('are counted from the oldest of them', async () => {
    [note.failure, reason.failure] = [full, full];
    await note.type('First.');
    const oldest = unkept.since;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await reason.type('Second.');
    expect(unkept.since).toBe(oldest);
    note.failure = null;
    await unkept.keepAll();
    expect(unkept.since).toBeGreaterThan(oldest ?? Infinity);
    expect(unkept.text()).toBe('A reason\n\nSecond.\n');
  });

  it('are said once, however often writing them fails, until they are kept', async () => {
    note.failure = full;
    await note.type('Plans');
    expect(said()).toBe(full.message);
    app.banner = null;
    await note.type('Plans are good.');
    expect([note.writes, said()]).toEqual([2, null]);
    note.failure = null;
    await unkept.keepAll();
    expect([unkept.since, unkept.text()]).toEqual([null, '']);
    note.failure = full;
    await note.type('Plans are weak.');
    expect(said()).toBe(full.message);
  });

  it('take their banner away once they are kept, and no other', async () => {
    note.failure = full;
    await note.type('Plans');
    note.failure = null;
    await unkept.keepAll();
    expect(said()).toBeNull();

    reason.failure = full;
    await reason.type('Plans');
    app.tell('warn', 'Something else.');
    reason.failure = null;
    await unkept.keepAll();
    expect(said()).toBe('Something else.');
  });

  it('never pass for what another window wrote once that was said to stand there', async () => {
    const { writer } = note.standing;
    note.failure = full;
    await note.type('Mine');
    expect(note.standing.writer).toBe(writer);
    note.failure = { code: 'conflict', message: 'You typed here in another window.' };
    await note.type('Mine too');
    expect(note.standing.writer).not.toBe(writer);
  });
});

describe('a window whose program ended', () => {
  async function ended(): Promise<void> {
    await unkept.hear({ kind: 'host', state: 'ended' });
    note.failure = away;
  }

  it('waits without a word, keeps what was typed as soon as the program is back, and says so', async () => {
    await ended();
    await note.type('Typed meanwhile.');
    expect([unkept.host, said()]).toEqual(['ended', null]);
    expect(unkept.text()).toContain('Typed meanwhile.');
    note.failure = null;
    await unkept.hear({ kind: 'host', state: 'connected' });
    expect(unkept.since).toBeNull();
    await unkept.hear({ kind: 'returned' });
    expect(app.banner).toMatchObject({ tone: 'ok' });
    expect(said()).toContain('What you typed meanwhile is safe');
  });

  it('waits on for the workspace where that is not open again yet', async () => {
    await ended();
    await note.type('Typed meanwhile.');
    note.failure = closed;
    await unkept.hear({ kind: 'host', state: 'connected' });
    expect([said(), unkept.since === null]).toEqual([null, false]);
    note.failure = null;
    await unkept.hear({ kind: 'returned' });
    expect(said()).toContain('is safe');
  });

  it('says nothing of words where none were typed', async () => {
    await ended();
    await unkept.hear({ kind: 'host', state: 'connected' });
    await unkept.hear({ kind: 'returned' });
    expect(said()).toBe('The program behind this window is back.');
  });

  it('calls nothing safe that still is not', async () => {
    await ended();
    await note.type('Typed meanwhile.');
    await unkept.hear({ kind: 'host', state: 'connected' });
    note.failure = full;
    await unkept.hear({ kind: 'returned' });
    expect(said()).toBe(full.message);
    expect(unkept.text()).toContain('Typed meanwhile.');
  });
});
