import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { introduce } from '../../src/main/application/people/people-calls.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { foundWorkspace } from '../../src/main/application/workspace/found-workspace.ts';
import { refused } from '../../src/shared/result.ts';
import { need, ownFolder, run, type Running } from '../main/running-scope.ts';
import { FaultyFileSystem, Killed, type Fault } from './faulty-file-system.ts';

const own = ownFolder();
const before = join(own.path, 'before');
const work = join(own.path, 'work');
const team = join(work, 'team');
const faults: readonly Fault[] = ['ENOSPC', 'EIO', 'EROFS', 'short', 'kill'];

beforeAll(async () => {
  mkdirSync(join(before, 'team'), { recursive: true });
  const { app, scope } = run(join(before, 'profile'));
  need(await introduce(scope, { card: { name: 'Ada', post: 'Lead', registration: '', years: 3 } }));
  app.release();
});
afterAll(own.remove);

/** Founds the workspace; null where the process was killed while it did. */
async function make({ app, scope }: Running): Promise<Awaited<ReturnType<typeof foundWorkspace>> | null> {
  try {
    return await foundWorkspace(scope, app.grants.grantFolder(team), 'Team');
  } catch (error) {
    if (error instanceof Killed) return null;
    throw error;
  }
}

/** Every problem of the open workspace that is broken. */
async function brokenIn(scope: Scope): Promise<readonly string[]> {
  const { drafts } = need(await services.verifyWorkspace(scope, { draft: null }));
  return drafts.flatMap(({ problems }) =>
    problems.filter(({ level }) => level === 'broken').map(({ code, file }) => `${file}: ${code}`),
  );
}

describe('making a workspace', () => {
  it.each(faults)(
    'can be done again, or is done, whatever call of the file system meets %s',
    async (fault) => {
      let tried = 0;
      let again = 0;
      for (let at = 1; at < 200; at += 1) {
        rmSync(work, { recursive: true, force: true });
        cpSync(before, work, { recursive: true });
        const faulty = new FaultyFileSystem(at, fault);
        const first = run(join(work, 'profile'), faulty);
        const made = await make(first);
        first.app.release();
        if (faulty.calls < at) break;
        tried += 1;
        const second = run(join(work, 'profile'));
        const { grant } = second.app.grants.grantFolder(team);
        if (!existsSync(join(team, 'plumbline.json'))) {
          again += 1;
          expect(made?.ok).not.toBe(true);
          need((await make(second)) ?? refused({ message: 'it was killed' }));
        }
        need(await services.openWorkspace(second.scope, { folder: grant }));
        expect(await brokenIn(second.scope)).toEqual([]);
        const { opened } = second.scope.session;
        expect(opened?.workspaceLog.administrators).toHaveLength(1);
        expect(opened?.workspaceLog.problems).toEqual([]);
        second.app.release();
      }
      expect([tried, again].map((times) => times > 2)).toEqual([true, fault !== 'short']);
    },
    60_000,
  );
});
