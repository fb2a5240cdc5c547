import { Home } from '../home.ts';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { folder } from '../../../src/renderer/lib/folder.svelte.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { revisionSaved } from '../../../src/shared/draft/revision-saved.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need, type Running } from '../../main/running-scope.ts';

const said = (): string | null => app.banner?.text ?? null;

describe('the draft that is open in a window', () => {
  const home = new Home();
  const { draft: session } = home;
  let ben: Running & { readonly person: string };
  let northbrook = '';
  let southbrook = '';
  beforeAll(async () => {
    await home.settle();
    southbrook = await home.begin('Southbrook');
    northbrook = await home.begin('Northbrook');
    ben = await home.colleague(northbrook);
  });
  beforeEach(async () => {
    app.banner = null;
    await home.open(northbrook);
  });
  afterAll(() => home.close());

  const provider = (): string | null | undefined => session.view?.state.details.provider[0]?.value;
  const reasons = (): readonly string[] | undefined =>
    session.view?.state.revisions.map(({ reason }) => reason);
  const save = (text: string): Promise<unknown> => call('saveRevision', summaryOf(northbrook, text));

  it('is read anew once something was done to it, and that is said', async () => {
    expect(await session.act('Revision saved', () => save('Plans are good.'))).toBe(true);
    expect(reasons()).toContain('because of Plans are good.');
    await expect.poll(() => app.spoken).toBe('Revision saved');
  });

  it('stays as it is where that is refused, and nothing is said to be done', async () => {
    const before = reasons();
    const free = home.refuse('saveRevision', 'The disk is full.');
    expect(await session.act('Revision saved', () => save('Plans are weak.'))).toBe(false);
    expect([reasons(), said()]).toEqual([before, 'The disk is full.']);
    free();
    expect(await session.act('Revision saved', () => save('Plans are weak.'))).toBe(true);
    expect(said()).toBeNull();
  });

  it('is the one asked for last, where the one before it is read later', async () => {
    const answer = home.delay('followDraft');
    const first = session.load(southbrook);
    await home.open(northbrook);
    answer();
    await first;
    expect(provider()).toBe('Northbrook');
    await home.open(southbrook);
    expect(provider()).toBe('Southbrook');
  });

  it('has what a colleague saved once their file is here', async () => {
    const stop = window.plumbline.onHostEvent((event) => {
      if (event.kind === 'changed') void session.changed(event.draft);
    });
    await folder.follow(app.workspace?.id);
    need(await services.saveRevision(ben.scope, summaryOf(northbrook, 'Ben was here.')));
    await expect.poll(reasons).toContain('because of Ben was here.');
    stop();
    await folder.follow(undefined);
  });

  it('is not read anew for a change of another draft', async () => {
    const before = session.view;
    need(await services.saveRevision(ben.scope, summaryOf(northbrook, 'Unheard.')));
    await session.changed(southbrook);
    expect(session.view).toBe(before);
    await session.changed(null);
    expect(reasons()).toContain('because of Unheard.');
  });

  it('names people as far as they are verified, places as the framework does, and what may be done', () => {
    expect([session.personName(ben.person), session.initials(ben.person)]).toEqual([
      'Ben Writer (unverified)',
      'BW',
    ]);
    expect(session.personName('f'.repeat(64))).toBe('someone unknown');
    expect([session.placeTitle('summary'), session.placeTitle('nowhere')]).toEqual(['Summary', 'nowhere']);
    expect([session.may(revisionSaved), session.may({ type: 'nothing.known' })]).toEqual([true, false]);
  });

  it('says of what may not be done whether the draft as it stands or the role does not let it', () => {
    const sealed = 'The judgment is sealed, so it can be read and not changed.';
    const { view } = session;
    if (view === null) throw new Error('no draft is open');
    session.view = { ...view, may: [], mayNot: { [revisionSaved.type]: sealed } };
    expect(session.whyNot(revisionSaved, 'save revisions')).toBe(sealed);
    expect(session.whyNot({ type: 'role.given' }, 'give roles')).toBe(
      'Your role in this draft does not let you give roles. Ask its owner for one that does.',
    );
    session.view = view;
  });

  describe('whose folder went away', () => {
    const drafts = join(home.path, 'team', 'drafts');
    const hidden = join(home.path, 'away');
    let name = '';
    const takeAway = (): void => {
      name = readdirSync(drafts).find((entry) => entry.includes('northbrook')) ?? '';
      expect(name).not.toBe('');
      renameSync(join(drafts, name), hidden);
    };
    const bringBack = (): void => {
      renameSync(hidden, join(drafts, name));
    };

    it('says so while it is shown, and no longer once it is back', async () => {
      takeAway();
      await session.changed(null);
      expect(said()).not.toBeNull();
      bringBack();
      await session.changed(null);
      expect([said(), provider()]).toEqual([null, 'Northbrook']);
    });

    it('is let go of without a word where no screen shows it', async () => {
      app.go({ screen: 'inspections' });
      takeAway();
      await session.changed(null);
      expect([said(), session.view, session.id]).toEqual([null, null, '']);
      bringBack();
    });
  });

  it('stays where no screen shows it and it just cannot be read now', async () => {
    app.go({ screen: 'inspections' });
    const free = home.refuse('followDraft', 'The folder is away.');
    await session.changed(null);
    free();
    expect([said(), provider()]).toEqual([null, 'Northbrook']);
  });
});
