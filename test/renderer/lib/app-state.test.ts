import { WaitingCalls } from '../waiting-calls.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';

let calls: WaitingCalls;
const draft = 'a'.repeat(64);

beforeEach(() => {
  calls = new WaitingCalls();
  app.banner = null;
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A call that main refuses. */
async function refused(message: string): Promise<unknown> {
  const at = calls.made.length;
  const attempt = app.attempt(() => call('listDrafts', {}));
  calls.refuse(at, message);
  return attempt;
}

/** A call that main answers. */
async function answered(channel: 'listDrafts' | 'listPeople'): Promise<unknown> {
  const at = calls.made.length;
  const attempt = app.attempt(() => call(channel, {}));
  calls.answer(at, []);
  return attempt;
}

describe('what a window says of a call that was refused', () => {
  it('is the words of the refusal, and the answer is undefined', async () => {
    expect(await refused('The folder is away.')).toBeUndefined();
    expect(app.banner).toEqual({ tone: 'stop', text: 'The folder is away.' });
  });

  it('goes once the same call succeeds, and not when another does', async () => {
    await refused('The folder is away.');
    await answered('listPeople');
    expect(app.banner?.text).toBe('The folder is away.');
    await answered('listDrafts');
    expect(app.banner).toBeNull();
  });

  it('takes nothing away that was said since', async () => {
    await refused('The folder is away.');
    app.tell('warn', 'Your key has no backup.');
    await answered('listDrafts');
    expect(app.banner?.text).toBe('Your key has no backup.');
  });

  it('shows nobody the insides of a fault of the window, and leaves them to the console', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await app.attempt(() => Promise.reject(new TypeError('x is not a function')));
    expect(app.banner?.text).toContain('Everything saved before is safe');
    expect(app.banner?.text).not.toContain('function');
    expect(logged).toHaveBeenCalledOnce();
  });
});

describe('a window at work', () => {
  it('is busy until every call is settled, refused ones too', async () => {
    const both = [app.attempt(() => call('listDrafts', {})), app.attempt(() => call('listPeople', {}))];
    expect(app.busy).toBe(2);
    calls.answer(0, []);
    await both[0];
    expect(app.busy).toBe(1);
    calls.refuse(1, 'No.');
    await both[1];
    expect(app.busy).toBe(0);
  });

  it('waits for a person who is asked, and works at nothing', async () => {
    const asked = app.ask(() => call('chooseFolder', { purpose: 'open-workspace' }));
    expect(app.busy).toBe(0);
    calls.answer(0, null);
    expect(await asked).toBeNull();
  });
});

describe('the banner', () => {
  it.each([
    ['why something was stopped', () => app.tell('stop', 'x'), null],
    ['what is needed first', () => app.refuse('info', 'x'), null],
    ['a warning', () => app.tell('warn', 'x'), 'x'],
    ['what was done before', () => app.tell('ok', 'x'), 'x'],
  ])('after something else is done: %s', (_what, say, stays) => {
    say();
    app.done('Saved');
    expect(app.banner?.text ?? null).toBe(stays);
  });

  it('has the way back beside what was taken away', () => {
    const undo = vi.fn();
    app.offerUndo('CT-001 was unlinked.', undo);
    app.undo();
    app.undo();
    expect(undo).toHaveBeenCalledOnce();
    expect(app.banner).toBeNull();
  });

  it('stays where it offers no way back', () => {
    app.tell('warn', 'x');
    app.undo();
    expect(app.banner?.text).toBe('x');
  });

  it('is said to screen readers as well', async () => {
    app.tell('warn', 'Heard and seen.');
    await expect.poll(() => app.spoken).toBe('Heard and seen.');
  });
});

describe('where a window is', () => {
  it('follows its address, and leaves behind what was said and shown elsewhere', () => {
    app.tell('warn', 'x');
    app.projecting = true;
    app.go({ screen: 'write', draft, area: 'summary' });
    expect(app.place).toEqual({ screen: 'write', draft, area: 'summary' });
    expect([app.banner, app.projecting]).toEqual([null, false]);
  });

  it('goes elsewhere in the draft that is open, and nowhere where none is', () => {
    app.go({ screen: 'write', draft, area: 'summary' });
    app.goInDraft({ screen: 'evidence' });
    expect(app.place).toEqual({ screen: 'evidence', draft, area: 'summary' });
    app.go({ screen: 'waiting' });
    app.goInDraft({ screen: 'evidence' });
    expect([app.place, app.route]).toEqual([null, { screen: 'waiting' }]);
  });

  it.each(['#/nowhere', '#/write/not-a-draft/', ''])('is the list of inspections at %j', (hash) => {
    app.go({ screen: 'waiting' });
    location.hash = hash;
    expect(app.route).toEqual({ screen: 'inspections' });
  });
});

it('says once, at the start, that damaged settings were set aside and where they are', async () => {
  const start = { settingsSetAside: 'settings-damaged.json', workspace: { id: 'w', name: 'Team' } };
  const first = app.refresh();
  calls.answer(0, start);
  await first;
  expect(app.banner).toMatchObject({ tone: 'warn' });
  expect(app.banner?.text).toContain('settings-damaged.json');
  expect(app.workspace?.name).toBe('Team');
  app.banner = null;
  const again = app.refresh();
  calls.answer(1, start);
  await again;
  expect(app.banner).toBeNull();
});

describe('a window that begins', () => {
  const person = { id: 'p'.repeat(64), name: 'Ada', post: 'Inspector' };
  const recents = [
    { id: 'east', name: 'Team East', opened: '2026-10-05T09:00:00.000Z' },
    { id: 'west', name: 'Team West', opened: '2026-10-04T09:00:00.000Z' },
  ];
  const start = { version: '1', settingsSetAside: null, person, recents, workspace: null };

  /** Lets a window begin with what main answers it, one call after the other; gives the calls and what it said meanwhile. */
  async function begun(...answers: readonly ((at: number) => void)[]): Promise<readonly string[]> {
    app.start = null;
    const beginning = app.begin();
    for (const [at, answer] of answers.entries()) {
      await vi.waitFor(() => expect(calls.made).toHaveLength(at + 1));
      answer(at);
    }
    await beginning;
    return calls.made.map(({ channel }) => channel);
  }
  const says = (answer: unknown) => (at: number) => calls.answer(at, answer);

  it('opens again the workspace that was open last', async () => {
    const asked = begun(
      says(start),
      (at) => {
        expect([calls.made[at]?.input, app.reopening]).toEqual([{ recent: 'east' }, 'Team East']);
        calls.answer(at, { id: 'e' });
      },
      says({ ...start, workspace: { id: 'e', name: 'Team East' } }),
    );
    expect(await asked).toEqual(['startUp', 'openRecent', 'startUp']);
    expect([app.workspace?.name, app.reopening]).toEqual(['Team East', '']);
  });

  it('says why it does not open, and offers the others', async () => {
    await begun(says(start), (at) => calls.refuse(at, 'The folder is away.'));
    expect([app.workspace, app.reopening, app.banner?.text]).toEqual([null, '', 'The folder is away.']);
  });

  it.each([
    ['nobody has said who they are', { ...start, person: null }],
    ['none was open before', { ...start, recents: [] }],
    ['one is open already', { ...start, workspace: { id: 'w', name: 'Team West' } }],
  ])('opens none where %s', async (_case, answer) => {
    expect(await begun(says(answer))).toEqual(['startUp']);
  });
});
