import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { noteEvidence } from '../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import { takeProfileLock } from '../../src/main/storage/profile-lock.ts';
import { need, ownFolder, run, settle } from '../main/running-scope.ts';

const own = ownFolder();
const children: ChildProcessByStdio<Writable, Readable, null>[] = [];
let count = 0;
afterEach(async () => {
  await Promise.all(children.splice(0).map(killed));
});
afterAll(own.remove);

async function killed(child: ChildProcessByStdio<Writable, Readable, null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function line(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return said.toString().trim();
}

/** A process that is ready to take the profile's lock, and takes it at the first word. */
async function ready(profile: string): Promise<ChildProcessByStdio<Writable, Readable, null>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holds-profile.ts'), profile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  expect(await line(child)).toBe('ready');
  return child;
}

function take(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const said = line(child);
  child.stdin.write('take\n');
  return said;
}

function ownProfile(): string {
  count += 1;
  return join(own.path, `profile-${count}`);
}

const note = {
  kind: 'document',
  source: 'A letter',
  when: '2026-10-06T10:00',
  direction: 'neutral',
  text: 'A note.',
} as const;

describe('two processes of one profile', () => {
  it('the second says who holds the lock, reads everything and writes nothing, until the first has ended', async () => {
    const profile = ownProfile();
    const team = join(own.path, `team-${count}`);
    mkdirSync(team);
    const first = run(profile);
    await settle(first, 'Ada', team, true);
    const begun = {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    const { draft } = need(await services.beginDraft(first.scope, { ...begun, recoveryOwner: null }));
    first.app.release();
    const holder = await ready(profile);
    expect(await take(holder)).toBe('held');
    const second = run(profile);
    expect(second.app.ports.lockedBy).toContain(`process ${holder.pid ?? 0} on`);
    const grant = second.app.grants.grantFolder(team);
    need(await openWorkspace(second.scope, grant, await second.scope.ports.workspaces.open(grant)));
    expect(need(await services.startUp(second.scope, {})).workspace?.readOnly).toBe(true);
    const logs = (): readonly string[] =>
      readdirSync(team, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => readFileSync(join(team, name), 'utf8'));
    const before = logs();
    const { may, mayNot } = need(await openDraft(second.scope, { draft }));
    expect([may, mayNot['evidence.noted']?.includes('already open')]).toEqual([[], true]);
    const refused = await noteEvidence(second.scope, { draft, note });
    expect(refused).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await services.writeJournal(second.scope, { draft, content: 'x' })).toMatchObject({ ok: false });
    expect(logs()).toEqual(before);
    await killed(holder);
    const third = run(profile);
    expect(third.app.ports.lockedBy).toBeNull();
    third.app.release();
  });

  it.each([1, 2, 3, 4, 5])(
    'of six that meet the lock of a killed process at once exactly one takes it over: round %i',
    async () => {
      const profile = ownProfile();
      const dead = await ready(profile);
      expect(await take(dead)).toBe('held');
      await killed(dead);
      const all = await Promise.all(Array.from({ length: 6 }, () => ready(profile)));
      const said = await Promise.all(all.map(take));
      expect(said.filter((answer) => answer === 'held')).toHaveLength(1);
      for (const one of said.filter((each) => each !== 'held')) expect(one).toMatch(/process/);
      expect(readdirSync(profile)).toEqual(['lock.json']);
    },
  );

  it('of six that start at once on a free profile exactly one holds it', async () => {
    const profile = ownProfile();
    const all = await Promise.all(Array.from({ length: 6 }, () => ready(profile)));
    const said = await Promise.all(all.map(take));
    expect(said.filter((answer) => answer === 'held')).toHaveLength(1);
  });
});

describe('a lock', () => {
  const held = (profile: string, change: (text: string) => string): void => {
    takeProfileLock(profile, 'now');
    const file = join(profile, 'lock.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  it('of another computer is never taken over: nobody here can know whether it still writes', () => {
    const profile = ownProfile();
    held(profile, (text) => JSON.stringify({ ...JSON.parse(text), host: 'DESKTOP-7Q2K9L1', pid: 4194303 }));
    const lock = takeProfileLock(profile, 'later');
    expect(lock.lockedBy).toContain('on the computer DESKTOP-7Q2K9L1, since now');
    lock.release();
    expect(readFileSync(join(profile, 'lock.json'), 'utf8')).toContain('DESKTOP-7Q2K9L1');
  });

  it('whose process number another process has by now is taken over, where the system tells when it began', () => {
    const profile = ownProfile();
    held(profile, (text) => JSON.stringify({ ...JSON.parse(text), began: 'another boot 77' }));
    const taken = takeProfileLock(profile, 'later').lockedBy === null;
    expect(taken).toBe(process.platform === 'linux');
  });

  it('whose taking over was cut off by a second kill is taken over all the same', () => {
    const profile = ownProfile();
    held(profile, (text) => text.replace(`"pid":${process.pid}`, '"pid":4194303'));
    const stale = JSON.parse(readFileSync(join(profile, 'lock.json'), 'utf8')) as { token: string };
    const marker = join(profile, `lock.json.after-${stale.token}`);
    writeFileSync(marker, JSON.stringify({ ...stale, token: 'f'.repeat(32) }));
    expect(takeProfileLock(profile, 'later').lockedBy).toBeNull();
    expect(readdirSync(profile)).toEqual(['lock.json']);
  });

  it('that names nobody is left alone, and the window says what to do', () => {
    const profile = ownProfile();
    held(profile, () => '');
    expect(takeProfileLock(profile, 'later').lockedBy).toMatch(/delete lock\.json/);
  });
});
