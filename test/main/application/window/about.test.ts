import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { about, exportAccount } from '../../../../src/main/application/window/about.ts';
import { createWorkspace } from '../../../../src/main/application/workspace/workspace-calls.ts';
import { introduce } from '../../../../src/main/application/people/people-calls.ts';
import { need, ownFolder, run } from '../../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

it('tells versions and counts, and of nobody and no place', async () => {
  const ada = run(join(own.path, 'ada-profile'));
  const card = { name: 'Adelaide Fieldhouse', post: 'Senior inspector', registration: 'SW 4711', years: 9 };
  need(await introduce(ada.scope, { card }));
  const before = need(await about(ada.scope));
  expect(before).toMatchObject({ version: '0.0.0', commit: null, notices: null });
  expect(before.account).toContain('Workspace: None is open');

  const folder = ada.app.grants.grantFolder(join(own.path, 'Shared drive'));
  need(await createWorkspace(ada.scope, { folder: folder.grant, name: 'Team Riverside' }));
  const told = need(await about(ada.scope)).account.join('\n');
  expect(told).toContain('Workspace: 0 drafts');
  expect(told).toMatch(/^System: \w+ /mu);
  for (const secret of ['Adelaide', 'Fieldhouse', 'Senior', '4711', 'Riverside', 'Shared drive', own.path])
    expect(told).not.toContain(secret);
});

it('hands out word for word what it showed', async () => {
  const ben = run(join(own.path, 'ben-profile'));
  const { account } = need(await about(ben.scope));
  expect(need(await exportAccount(ben.scope))).toEqual({ name: 'plumbline-support.txt' });
  const [saved] = ben.saved.values();
  expect(new TextDecoder().decode(saved)).toBe(`${account.join('\n')}\n`);
});
