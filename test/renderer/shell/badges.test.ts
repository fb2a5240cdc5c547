import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { badges } from '../../../src/renderer/shell/badges.svelte.ts';
import { waiting } from '../../../src/renderer/together/waiting.svelte.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need } from '../../main/running-scope.ts';

describe('what the bar of a workspace counts', () => {
  const home = new Home();
  let draft = '';

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    const ben = await home.colleague(draft);
    await call('saveRevision', summaryOf(draft, 'Visits are timely.'));
    need(await saveRevision(ben.scope, summaryOf(draft, 'Visits are late.')));
    await call('listDrafts', {});
  });
  afterAll(async () => {
    waiting.clear();
    await home.close();
  });

  it('is nothing before anybody counted', () => {
    expect([badges.of('waiting'), badges.of('conflicts'), badges.of('inspections')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is the conflict on its own screen, and with the colleague to check among what waits', async () => {
    await badges.count();
    expect([badges.of('waiting'), badges.of('conflicts'), badges.of('inspections')]).toEqual([
      '2',
      '1',
      null,
    ]);
  });

  it('leaves out a draft that was put away', async () => {
    await call('shelveDraft', { draft, shelf: 'archived', reason: 'Done with' });
    await call('listDrafts', {});
    await badges.count();
    expect([badges.of('waiting'), badges.of('conflicts')]).toEqual(['1', null]);
  });
});
