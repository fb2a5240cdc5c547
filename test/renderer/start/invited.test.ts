import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { invited } from '../../../src/renderer/start/invited.svelte.ts';

describe('an invitation, once a folder was opened', () => {
  const home = new Home();
  const maker = { name: 'Helen Ashdown', post: '', registration: '', years: 0 };
  beforeAll(() => home.settle());
  beforeEach(() => {
    app.banner = null;
  });
  afterAll(() => home.close());

  it('says that the folder is another workspace than the one meant', () => {
    invited.by = { workspace: { id: 'a'.repeat(64), name: 'Team' }, maker };
    invited.compare();
    expect(app.banner?.text).toMatch(/^This is not the workspace that you were invited to, Team,/u);
    expect(invited.by).toBeNull();
  });

  it('says nothing where it is that workspace, or where nobody was invited', () => {
    invited.by = { workspace: { id: app.workspace?.id ?? '', name: 'Team' }, maker };
    invited.compare();
    invited.compare();
    expect(app.banner).toBeNull();
  });
});
