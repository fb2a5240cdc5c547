import { Home } from '../home.ts';
import { WaitingCalls } from '../waiting-calls.ts';
import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { holdsRecords, offer } from '../../../src/renderer/lib/offer.svelte.ts';
import { exportCard, renderCopy } from '../../../src/main/application/exchange/export-copy.ts';
import { beginNorthmere } from '../../main/people-at-work.ts';
import { need, run, settle } from '../../main/running-scope.ts';

const file = (name: string, size = 10): File =>
  Object.defineProperty(new File(['x'], name), 'size', { value: size });
/** What of an offer tells one file from another. */
const offered = (name: string): unknown => ({ file: name, draft: null, people: [], broken: [] });

afterEach(() => {
  offer.close();
  app.banner = null;
  vi.restoreAllMocks();
});

it.each([
  ['Northmere.judgment', true],
  ['ada.CARD', true],
  ['judgment.pdf', false],
  ['card', false],
])('takes a file for one of records by its name: %s', (name, holds) => {
  expect(holdsRecords(name)).toBe(holds);
});

describe('a colleague’s file', () => {
  const home = new Home();
  const ben = run(join(home.path, 'ben'));
  const [copy, card] = [join(home.path, 'Northmere.judgment'), join(home.path, 'Ben.card')];

  beforeAll(async () => {
    await home.settle();
    mkdirSync(join(home.path, 'bens'));
    await settle(ben, 'Ben Writer', join(home.path, 'bens'), true);
    const draft = await beginNorthmere(ben);
    writeFileSync(copy, need(await renderCopy(ben.scope, { draft, evidence: true })).bytes);
    const { name } = need(await exportCard(ben.scope)) ?? { name: '' };
    writeFileSync(card, ben.saved.get(name) ?? '');
  });
  afterAll(async () => {
    ben.app.release();
    await home.close();
  });

  it('of their card is shown and added, and is to be checked', async () => {
    home.main.choice.files = [card];
    await offer.choose();
    expect(offer.view?.people).toMatchObject([{ card: { name: 'Ben Writer' }, standing: 'new' }]);
    await offer.takeIn();
    expect(offer.view).toBeNull();
    expect(app.banner?.tone).toBe('ok');
    expect(app.banner?.text).toContain('Check that it is really');
  });

  it('shows what it would add, and adds nothing where it is closed', async () => {
    home.main.choice.files = [copy];
    await offer.choose();
    expect(offer.view?.draft).toMatchObject({ provider: 'Northmere', known: false });
    offer.close();
    expect([offer.view, await call('listDrafts', {})]).toEqual([null, []]);
  });

  it('is imported once that is asked for', async () => {
    home.main.choice.files = [copy];
    await offer.choose();
    const added = offer.view?.draft?.added ?? 0;
    await offer.takeIn();
    expect(app.banner?.text).toBe(`${added} records of Northmere were imported.`);
    expect(await call('listDrafts', {})).toMatchObject([{ provider: 'Northmere' }]);
  });

  it('dropped with others is shown first, and that is said', async () => {
    home.main.choice.files = [copy];
    const [grant] = await call('chooseFiles', { purpose: 'records' });
    vi.spyOn(window.plumbline, 'takeFiles').mockResolvedValue(grant === undefined ? [] : [grant]);
    await offer.dropped([file('notes.pdf'), file('Northmere.judgment'), file('Ben.card')]);
    expect(offer.view?.draft).toMatchObject({ provider: 'Northmere', known: true, added: 0 });
    expect(app.banner?.text).toBe(
      'Files of records are imported one at a time: Northmere.judgment is shown first.',
    );
  });

  it('that is too large is refused, and not said to be shown', async () => {
    await offer.dropped([file('Northmere.judgment', 200 * 1024 * 1024), file('Ben.card')]);
    expect([offer.view, app.banner?.tone]).toEqual([null, 'stop']);
    expect(app.banner?.text).toMatch(/^Northmere\.judgment is larger than 100 MB/);
  });

  it('is not there where nobody chose any, or none of those dropped holds records', async () => {
    home.main.choice.files = [];
    await offer.choose();
    await offer.dropped([file('notes.pdf')]);
    expect([offer.view, app.banner]).toEqual([null, null]);
  });
});

describe('of two files offered one after the other', () => {
  it('the later is shown and imported, in whatever order they are read', async () => {
    const calls = new WaitingCalls();
    const both = [offer.show('first'), offer.show('second')];
    calls.answer(1, offered('second.judgment'));
    await both[1];
    calls.answer(0, offered('first.judgment'));
    await both[0];
    expect(offer.view?.file).toBe('second.judgment');
    const taken = offer.takeIn();
    expect(calls.made[2]).toEqual({ channel: 'takeIn', input: { file: 'second' } });
    calls.answer(2, { draft: null, added: 0 });
    await taken;
  });

  it('none comes up once the dialog was closed', async () => {
    const calls = new WaitingCalls();
    const shown = offer.show('first');
    offer.close();
    calls.answer(0, offered('first.judgment'));
    await shown;
    expect(offer.view).toBeNull();
  });
});
