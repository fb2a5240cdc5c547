import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { loadPeople } from '../../../src/main/application/session/load-people.ts';
import { placeIn } from '../../../src/main/application/session/own-place.ts';
import { RecordChain } from '../../../src/main/application/session/record-chain.ts';
import { SeenWorkspaces } from '../../../src/main/storage/seen-workspaces.ts';
import { writeWorkspaceFile } from '../../../src/main/storage/workspace-file.ts';
import { administratorAppointed } from '../../../src/shared/workspace/administrator-appointed.ts';
import { administratorRemoved } from '../../../src/shared/workspace/administrator-removed.ts';
import type { Intent } from '../../../src/shared/records/define-event.ts';
import { done } from '../../../src/shared/result.ts';
import type { VerifiedWorkspaceLog } from '../../../src/shared/workspace/verify-workspace-log.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../running-scope.ts';
import { bothVerdicts } from '../both-verdicts.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const own = ownFolder();
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const whole = join(own.path, 'whole');
const team = join(own.path, 'team');
const gone = 'ab'.repeat(32);
const people = new Map<string, Running>();

function person(name: string): Running {
  const found = people.get(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
}

async function idOf(name: string): Promise<string> {
  return (await person(name).scope.ports.keys.self())?.person ?? '';
}

/** Opens the team's folder, or another, for somebody, and reads it. */
async function at(name: string, folder = team): Promise<Running['scope']> {
  const { app, scope } = person(name);
  need(await services.openWorkspace(scope, { folder: app.grants.grantFolder(folder).grant }));
  return scope;
}

async function logAt(name: string): Promise<VerifiedWorkspaceLog> {
  const { opened } = (await at(name)).session;
  if (opened === null) throw new Error('nothing is open');
  return opened.workspaceLog;
}

/** Somebody writes into the workspace's log with their own key, whatever their right, knowing all or what they choose. */
async function write(name: string, intent: Intent, knowing?: readonly string[]): Promise<string> {
  const scope = await at(name);
  const self = await scope.ports.keys.self();
  const { folded } = scope.session.opened?.workspaceLog ?? {};
  if (folded == null || self === null) throw new Error('there is no log to write in');
  const known = placeIn(folded.graph, self.person, self.device);
  const heads = knowing ?? known.heads;
  const before = [...heads, known.prev ?? ''].map((id) => folded.graph.get(id)?.record.lamport ?? 0);
  const chain = new RecordChain(scope.ports, { ...known, heads, lamport: 1 + Math.max(...before) }, 'device');
  const { id } = await chain.add(intent);
  appendFileSync(join(team, 'workspace', `${self.device}.jsonl`), `${chain.lines().join('\n')}\n`);
  return id;
}

const appoint = async (by: string, name: string, knowing?: readonly string[]): Promise<string> =>
  write(by, administratorAppointed.write({ person: await idOf(name) }), knowing);
const remove = async (by: string, name: string, knowing?: readonly string[]): Promise<string> =>
  write(by, administratorRemoved.write({ person: await idOf(name), reason: 'Left' }), knowing);

async function expectBoth(ok: boolean, found: readonly string[]): Promise<void> {
  expect(await bothVerdicts(place, team, 'workspace')).toEqual([
    { ok, found },
    { ok, found },
  ]);
}

const logFile = (): string => {
  const [name = ''] = readdirSync(join(team, 'workspace'));
  return join(team, 'workspace', name);
};

beforeAll(async () => {
  mkdirSync(whole);
  for (const name of ['Ada', 'Ben', 'Cyn']) {
    const running = run(join(own.path, name));
    people.set(name, running);
    await settle(running, name, whole, name === 'Ada');
  }
});
beforeEach(() => {
  rmSync(team, { recursive: true, force: true });
  cpSync(whole, team, { recursive: true });
  // The folder is made anew for each case: whoever remembered the one before would miss its records, as they should.
  const kept = { read: () => Promise.resolve(null), write: () => Promise.resolve(done(null)) };
  for (const [name, { app, scope }] of people) {
    const ports = { ...scope.ports, workspaceWitness: new SeenWorkspaces(() => kept) };
    people.set(name, { app, scope: { ...scope, ports } });
  }
});
afterAll(() => {
  for (const { app } of people.values()) app.release();
  own.remove();
});

describe('the log of a workspace, to `verify` and docs/verify.mjs', () => {
  it('is sound where the workspace was made, and its founding is the workspace', async () => {
    await expectBoth(true, []);
    const { opened } = (await at('Ben')).session;
    expect(opened?.workspace.id).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(logFile(), 'utf8')).toContain(`"id":"${opened?.workspace.id ?? ''}"`);
    expect(opened?.workspaceLog.administrators).toEqual([await idOf('Ada')]);
  });

  const broken: readonly (readonly [string, () => void, readonly string[]])[] = [
    [
      'without its folder',
      () => {
        rmSync(join(team, 'workspace'), { recursive: true });
      },
      ['broken founding-missing'],
    ],
    [
      'without the founder’s card',
      () => {
        rmSync(join(team, 'people'), { recursive: true });
      },
      ['broken certification', 'broken founding-missing'],
    ],
    [
      'under another number',
      () => {
        const text = writeWorkspaceFile({ id: 'cd'.repeat(32), name: 'Team' }, nodeCrypto.sha256);
        writeFileSync(join(team, 'plumbline.json'), text);
      },
      ['broken founding-differs'],
    ],
    [
      'with a changed byte of its founding',
      () => {
        const text = readFileSync(logFile(), 'utf8');
        writeFileSync(
          logFile(),
          text.replace(/"nonce":"./u, (found) => `${found.slice(0, -1)}g`),
        );
      },
      ['broken content', 'broken founding-missing'],
    ],
  ];

  it.each(broken)('is broken %s', async (_what, make, found) => {
    make();
    await expectBoth(false, found);
  });

  it('is broken where a later line of it was changed', async () => {
    const scope = await at('Ada');
    need(
      await services.declareDraftGone(scope, { draft: gone, gone: { how: 'removed' }, reason: 'A double' }),
    );
    writeFileSync(logFile(), readFileSync(logFile(), 'utf8').replace('A double', 'A dauble'));
    await expectBoth(false, ['broken content']);
  });

  it('is not changed by somebody who is no administrator', async () => {
    await appoint('Ben', 'Ben');
    await appoint('Ben', 'Cyn');
    await remove('Ben', 'Ada');
    expect((await logAt('Ada')).administrators).toEqual([await idOf('Ada')]);
    await expectBoth(true, ['notice set-aside', 'notice set-aside', 'notice set-aside']);
  });

  it('has whom an administrator appointed, and not whom one removed, by old parents or new', async () => {
    const appointed = await appoint('Ada', 'Ben');
    expect((await logAt('Cyn')).administrators).toEqual([await idOf('Ada'), await idOf('Ben')]);
    await expectBoth(true, []);
    await remove('Ada', 'Ben');
    await appoint('Ben', 'Cyn', [appointed]);
    await remove('Ben', 'Ada', [appointed]);
    expect((await logAt('Cyn')).administrators).toEqual([await idOf('Ada')]);
    await expectBoth(true, ['notice set-aside', 'notice set-aside']);
  });
});

describe('a draft that is declared gone', () => {
  it('is lawfully gone for everybody, with who, why and where to', async () => {
    const scope = await at('Ada');
    const moved = { draft: gone, gone: { how: 'moved', to: 'Team West' } as const, reason: 'Theirs' };
    const { record } = need(await services.declareDraftGone(scope, moved));
    const said = (await logAt('Ben')).gone.get(gone);
    expect(said).toMatchObject({
      how: 'moved',
      to: 'Team West',
      reason: 'Theirs',
      who: await idOf('Ada'),
      record,
    });
    await expectBoth(true, []);
  });

  it('is known to whoever follows the folder, once it arrives', async () => {
    const { scope } = person('Ben');
    await at('Ben');
    need(await services.followFolder(scope, {}));
    need(await services.lookAtFolder(scope, {}));
    const removed = { draft: gone, gone: { how: 'removed' }, reason: 'A double' } as const;
    need(await services.declareDraftGone(await at('Ada'), removed));
    need(await services.lookAtFolder(scope, {}));
    expect([...(scope.session.opened?.workspaceLog.gone.keys() ?? [])]).toEqual([gone]);
    await scope.session.opened?.following?.stop();
  });

  it('is declared so by administrators alone', async () => {
    const removed = { draft: gone, gone: { how: 'removed' }, reason: 'A double' } as const;
    expect(await services.declareDraftGone(await at('Ben'), removed)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    await appoint('Ada', 'Ben');
    need(await services.declareDraftGone(await at('Ben'), removed));
    expect([...(await logAt('Ada')).gone.keys()]).toEqual([gone]);
  });

  it('is not hindered by what a stranger writes that rests on nothing', async () => {
    await write('Cyn', administratorAppointed.write({ person: await idOf('Cyn') }), ['0'.repeat(64)]);
    const removed = { draft: gone, gone: { how: 'removed' }, reason: 'A double' } as const;
    need(await services.declareDraftGone(await at('Ada'), removed));
  });
});

describe('a workspace whose founding record is not there', () => {
  it('says so in the window, and is read and written all the same', async () => {
    rmSync(join(team, 'workspace'), { recursive: true });
    const scope = await at('Ada');
    const begun = {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    need(await services.beginDraft(scope, { ...begun, recoveryOwner: null }));
    const { states } = need(await services.followFolder(scope, {}));
    expect(states.map(({ code }) => code)).toContain('unfounded');
    const removed = { draft: gone, gone: { how: 'removed' }, reason: 'A double' } as const;
    expect(await services.declareDraftGone(scope, removed)).toMatchObject({ error: { code: 'damaged' } });
    await scope.session.opened?.following?.stop();
  });

  it('is whole again once it is back, without being opened anew', async () => {
    const scope = await at('Ada');
    const kept = join(own.path, 'kept');
    cpSync(join(team, 'workspace'), kept, { recursive: true });
    rmSync(join(team, 'workspace'), { recursive: true });
    const { opened } = scope.session;
    if (opened === null) throw new Error('nothing is open');
    need(await loadPeople(scope, opened));
    expect(opened.workspaceLog.problems.map(({ code }) => code)).toEqual(['witness', 'founding-missing']);
    cpSync(kept, join(team, 'workspace'), { recursive: true });
    need(await loadPeople(scope, opened));
    expect(opened.workspaceLog.problems).toEqual([]);
  });
});

describe('making a workspace where that broke off before', () => {
  /** The folder as it is once the founding record is on disk and plumbline.json is not. */
  const brokenOff = (): void => {
    for (const name of ['plumbline.json', 'people', 'drafts']) rmSync(join(team, name), { recursive: true });
  };
  const make = async (name: string, folder = team): ReturnType<typeof services.createWorkspace> => {
    const { app, scope } = person(name);
    return services.createWorkspace(scope, { folder: app.grants.grantFolder(folder).grant, name: 'Team' });
  };

  it('goes on from the founding record that is there', async () => {
    const founding = readFileSync(logFile(), 'utf8');
    brokenOff();
    const { id } = need(await make('Ada'));
    expect(founding).toContain(`"id":"${id}"`);
    expect(readFileSync(logFile(), 'utf8')).toBe(founding);
    await expectBoth(true, []);
  });

  it('sets the half of a line aside', async () => {
    const founding = readFileSync(logFile(), 'utf8');
    brokenOff();
    writeFileSync(logFile(), founding.slice(0, 200));
    need(await make('Ada'));
    await expectBoth(true, []);
  });

  it('founds another where the founding is somebody else’s, which then counts for nothing', async () => {
    brokenOff();
    need(await make('Ben'));
    expect((await logAt('Ben')).administrators).toEqual([await idOf('Ben')]);
    // Whoever founded the one that was left puts their card in.
    await at('Ada');
    await expectBoth(true, ['notice other-founding']);
  });

  it('is refused where more of a workspace’s log is there, and changes nothing', async () => {
    await appoint('Ada', 'Ben');
    brokenOff();
    const before = readdirSync(join(team, 'workspace'));
    for (const name of ['Ada', 'Cyn'])
      expect(await make(name)).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect(readdirSync(join(team, 'workspace'))).toEqual(before);
  });

  it('takes no founding that was copied here from a workspace of one’s own', async () => {
    need(await services.unreadDrafts(await at('Ada'), {}));
    const elsewhere = join(own.path, 'elsewhere');
    mkdirSync(elsewhere);
    cpSync(join(team, 'workspace'), join(elsewhere, 'workspace'), { recursive: true });
    expect(await make('Ada', elsewhere)).toMatchObject({ ok: false, error: { code: 'exists' } });
  });
});
