import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { whereFilesLie } from '../../../../src/main/application/window/start-up.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

it('says where the profile lies, and the open workspace of a folder', async () => {
  const [profile, team] = [join(own.path, 'profile'), join(own.path, 'team')];
  mkdirSync(team, { recursive: true });
  const ada = run(profile);
  expect(need(await whereFilesLie(ada.scope))).toEqual({ profile, workspace: null });
  await settle(ada, 'Ada', team, true);
  expect(need(await whereFilesLie(ada.scope))).toEqual({ profile, workspace: team });
  ada.app.release();
});
