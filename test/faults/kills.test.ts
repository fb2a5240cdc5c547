import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import { need, ownFolder, run, settle } from '../main/running-scope.ts';

const own = ownFolder();
const profile = join(own.path, 'profile');
const team = join(own.path, 'team');
const kills = process.env['PLUMBLINE_FULL'] === '1' ? 20 : 7;
let draft = '';

beforeAll(async () => {
  mkdirSync(team);
  const running = run(profile);
  await settle(running, 'Ada', team, true);
  ({ draft } = need(
    await beginDraft(running.scope, {
      provider: 'Killed',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
      recoveryOwner: null,
    }),
  ));
  running.app.release();
});
afterAll(own.remove);

it('loses no acknowledged revision to any kill of the process', async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'writes-until-killed.ts'), profile, team, draft],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    const enough = 1 + ((kill * 7) % 5);
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.split('\n').length > enough) resolve();
      });
      child.on('exit', () => resolve());
    });
    child.kill('SIGKILL');
    await once(child, 'exit').catch(() => undefined);
    acknowledged.push(...said.split('\n').filter((line) => line.length === 64));
  }
  const running = run(profile);
  expect(running.app.ports.lockedBy).toBeNull();
  const grant = running.app.grants.grantFolder(team);
  need(await openWorkspace(running.scope, grant, await running.scope.ports.workspaces.open(grant)));
  const { state, problems } = need(await openDraft(running.scope, { draft }));
  const there = new Set(state.revisions.map((revision) => revision.id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  expect(acknowledged.filter((record) => !there.has(record))).toEqual([]);
  expect(problems.filter((problem) => problem.level === 'broken' && problem.code !== 'torn')).toEqual([]);
  running.app.release();
}, 300_000);
