import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { services } from '../../../../src/main/composition/calls.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { saveRevision } from '../../../../src/main/application/draft/save-revision.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import type { HostEvent } from '../../../../src/shared/ipc/host-event.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
let turn = 0;
let ada: ReturnType<typeof run>;
let ben: ReturnType<typeof run>;
let scope: Scope;
let events: HostEvent[] = [];
let team = '';
let draft = '';
let bensId = '';

/** Ada's window hears what her application tells it. */
function listening(running: ReturnType<typeof run>): Scope {
  const windows = {
    send: (_window: string, event: HostEvent) => void events.push(event),
    broadcast: () => undefined,
  };
  return { ...running.scope, ports: { ...running.scope.ports, windows } };
}

function never(): never {
  throw new Error('nothing is open');
}

const arrivals = (): readonly string[] =>
  events.flatMap((event) => (event.kind === 'arrived' ? [event.sentence] : []));
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const write = (text: string): Parameters<typeof saveRevision>[1] => ({
  draft,
  reason: 'Raised to outstanding',
  narratives: [{ section: 'summary', text, over: [] }],
  grades: [],
  improvements: null,
});
const note = {
  kind: 'document',
  source: 'A letter',
  when: '2026-10-06T10:00',
  direction: 'neutral',
  text: 'A note.',
} as const;

beforeEach(async () => {
  turn += 1;
  events = [];
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = run(join(own.path, `ada-${turn}`));
  ben = run(join(own.path, `ben-${turn}`));
  await settle(ada, 'Ada', team, true);
  await settle(ben, 'Priya Nair', team, false);
  const begun = { provider: 'Northbrook', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
  bensId = (await ben.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person: bensId, role: 'lead' }));
  scope = listening(ada);
  need(await services.listDrafts(scope, {}));
  need(await services.unreadDrafts(scope, {}));
});
afterEach(async () => {
  await ada.scope.session.opened?.following?.stop();
  ada.app.release();
  ben.app.release();
});
afterAll(own.remove);

async function following(): Promise<void> {
  need(await services.followFolder(scope, {}));
  // The first look only remembers what is there.
  need(await services.lookAtFolder(scope, {}));
}

describe('a followed folder', () => {
  it('tells who did what as it arrives, without a word of the reason or a grade', async () => {
    await following();
    need(await saveRevision(ben.scope, write('By Priya')));
    await until(() => expect(arrivals()).toEqual(['Priya Nair saved revision 1 of Northbrook']));
    expect(events).toContainEqual({ kind: 'changed', draft });
    expect(JSON.stringify(events)).not.toMatch(/outstanding/i);
    need(await services.noteEvidence(ben.scope, { draft, note }));
    await until(() => expect(arrivals().at(-1)).toBe('Priya Nair added an evidence note in Northbrook'));
    const view = need(await services.followFolder(scope, {}));
    expect(view.arrivals.map((arrival) => arrival.sentence)).toEqual(arrivals().toReversed());
  });

  it('says nothing of what this person did', async () => {
    await following();
    need(await saveRevision(ada.scope, write('By Ada')));
    need(await services.lookAtFolder(scope, {}));
    expect(arrivals()).toEqual([]);
  });

  it('shows a draft that somebody began', async () => {
    await following();
    const begun = { provider: 'Eastmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
    need(await services.beginDraft(ben.scope, { ...begun, recoveryOwner: null }));
    await until(() => expect(JSON.stringify(events)).toMatch(/Priya Nair began the draft of Eastmere/));
    need(await services.listDrafts(scope, {}));
    const [unread] = need(await services.unreadDrafts(scope, {}));
    expect(unread?.unread).toBeGreaterThan(0);
  });

  it('costs one draft for one changed log', async () => {
    const begun = { provider: 'Eastmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
    need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null }));
    need(await services.listDrafts(scope, {}));
    await following();
    const workspace = ada.scope.session.opened?.workspace;
    if (workspace === undefined) throw new Error('nothing is open');
    const read = vi.spyOn(workspace, 'readDraft');
    need(await saveRevision(ben.scope, write('By Priya')));
    await until(() => expect(arrivals()).toHaveLength(1));
    expect(read.mock.calls.map(([folder]) => folder)).toEqual([expect.stringMatching(/^northbrook-/)]);
  });

  it('goes away and comes back, and what was saved meanwhile is told then', async () => {
    await following();
    renameSync(team, `${team}-off`);
    const off = need(await services.lookAtFolder(scope, {}));
    expect(off.states[0]).toMatchObject({ code: 'away', tone: 'stop' });
    mkdirSync(join(own.path, `elsewhere-${turn}`));
    const grant = ben.app.grants.grantFolder(`${team}-off`);
    need(await services.openWorkspace(ben.scope, { folder: grant.grant }));
    need(await saveRevision(ben.scope, write('By Priya on the train')));
    renameSync(`${team}-off`, team);
    const back = need(await services.lookAtFolder(scope, {}));
    expect(back.states.map((state) => state.code)).not.toContain('away');
    expect(arrivals()).toEqual(['Priya Nair saved revision 1 of Northbrook']);
  });

  it('follows no link out of the workspace', async () => {
    const outside = join(own.path, `outside-${turn}`);
    mkdirSync(outside);
    const [folder = ''] = readdirSync(join(team, 'drafts'));
    cpSync(join(team, 'drafts', folder), join(outside, 'draft'), { recursive: true });
    symlinkSync(outside, join(team, 'drafts', 'linked-0000aaaa'));
    symlinkSync(join(outside, 'draft'), join(team, 'drafts', 'linked-0000bbbb'));
    symlinkSync(join(outside, 'log.jsonl'), join(team, 'drafts', folder, 'linked.jsonl'));
    await following();
    events = [];
    writeFileSync(join(outside, 'log.jsonl'), '{"outside":true}\n');
    writeFileSync(join(outside, 'draft', 'more.jsonl'), '{"outside":true}\n');
    need(await services.lookAtFolder(scope, {}));
    need(await saveRevision(ben.scope, write('By Priya')));
    await until(() => expect(arrivals()).toHaveLength(1));
    expect(need(await services.listDrafts(scope, {}))).toHaveLength(1);
    const { problems } = need(await openDraft(scope, { draft }));
    const broken = problems.filter(({ level }) => level === 'broken');
    expect(broken.map(({ code, file }) => `${code} ${file}`)).toEqual(['not-a-file linked.jsonl']);
    const { states } = need(await services.followFolder(scope, {}));
    const where = states.flatMap((state) => (state.code === 'not-files' ? state.where : []));
    expect(where).toEqual([
      'Northbrook: linked',
      'Workspace: drafts/linked-0000aaaa',
      'Workspace: drafts/linked-0000bbbb',
    ]);
    rmSync(outside, { recursive: true });
  });

  it('is let go when the workspace is closed', async () => {
    await following();
    need(await services.closeWorkspace(scope, {}));
    expect(await services.followFolder(scope, {})).toMatchObject({
      ok: false,
      error: { code: 'no-workspace' },
    });
    need(await saveRevision(ben.scope, write('By Priya')));
    expect(arrivals()).toEqual([]);
  });
});

describe('unread marks', () => {
  it('count what others wrote since one looked, one by one, and are cleared by looking', async () => {
    const unread = async (): Promise<readonly number[]> => {
      need(await services.listDrafts(scope, {}));
      return need(await services.unreadDrafts(scope, {})).map(({ unread }) => unread);
    };
    expect(await unread()).toEqual([]);
    need(await services.noteEvidence(ben.scope, { draft, note }));
    need(await services.noteEvidence(ben.scope, { draft, note }));
    expect(await unread()).toEqual([2]);
    need(await services.markRead(scope, { draft }));
    expect(await unread()).toEqual([]);
    need(await services.noteEvidence(ben.scope, { draft, note }));
    expect(await unread()).toEqual([1]);
    need(await services.noteEvidence(ada.scope, { draft, note }));
    expect(await unread()).toEqual([1]);
  });

  it('hold for drafts of the list that are not in memory, and nothing is read for them', async () => {
    need(await services.listDrafts(scope, {}));
    need(await services.unreadDrafts(scope, {}));
    need(await services.noteEvidence(ben.scope, { draft, note }));
    need(await services.listDrafts(scope, {}));
    const opened = scope.session.opened;
    opened?.drafts.clear();
    const reading = vi.spyOn(opened?.workspace ?? never(), 'readDraft');
    expect(need(await services.unreadDrafts(scope, {}))).toEqual([{ draft, unread: 1 }]);
    expect(reading).not.toHaveBeenCalled();
    need(await services.markRead(scope, { draft }));
  });

  it('answer the latest revision that one had before one until then', async () => {
    const look = async (): Promise<string | null> => need(await services.markRead(scope, { draft })).seen;
    const latest = async (): Promise<string | undefined> =>
      need(await openDraft(scope, { draft })).state.revisions.at(-1)?.id;
    await latest();
    await look();
    const before = (await latest()) ?? null;
    need(await saveRevision(ben.scope, write('Saved while she was away')));
    const after = await latest();
    expect(after).not.toBe(before);
    expect([await look(), await look()]).toEqual([before, after]);
    need(await services.noteEvidence(ben.scope, { draft, note }));
    await latest();
    expect(await look()).toBe(after);
  });

  it('lie in the profile and nowhere in the shared folder', async () => {
    const before = readdirSync(team, { recursive: true });
    need(await services.markRead(scope, { draft }));
    expect(readdirSync(team, { recursive: true })).toEqual(before);
    expect(readdirSync(join(own.path, `ada-${turn}`))).toContain('seen');
  });
});
