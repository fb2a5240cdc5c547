import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { eraseContent } from '../../../src/main/application/erasing/erase-content.ts';
import { exportCard, renderCopy } from '../../../src/main/application/exchange/export-copy.ts';
import { offerFile } from '../../../src/main/application/exchange/offer-file.ts';
import { takeIn } from '../../../src/main/application/exchange/take-in.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import type { OfferedFile } from '../../../src/shared/ipc/exchange-views.ts';
import { beginNorthmere, brokenIn, makeInspector, summaryOf, type Person } from '../people-at-work.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
const secret = 'A child said that nobody had come since May.';
let turn = 0;
let ada: Person;
let ben: Person;
let draft = '';
let folders: readonly [ada: string, ben: string] = ['', ''];

const write = (text: string, over: string[] = []) => summaryOf(draft, text, over);

/** Hands a draft or part of it from one person to a file, and the file to another. */
async function handed(from: Person, to: Person, evidence = true): Promise<string> {
  const { name, bytes } = need(await renderCopy(from.scope, { draft, evidence }));
  return to.app.grants.grantBytes(name, bytes).grant;
}

const offered = (offer: OfferedFile): unknown => [offer.draft?.known, offer.draft?.added, offer.broken];

beforeEach(async () => {
  turn += 1;
  folders = [join(own.path, `ada-work-${turn}`), join(own.path, `ben-work-${turn}`)];
  for (const folder of folders) mkdirSync(folder);
  ada = run(join(own.path, `ada-${turn}`));
  ben = run(join(own.path, `ben-${turn}`));
  await settle(ada, 'Ada', folders[0], true);
  await settle(ben, 'Ben', folders[1], true);
  draft = await beginNorthmere(ada);
  const card = need(await exportCard(ben.scope))?.name ?? '';
  const bytes = ben.saved.get(card) ?? new Uint8Array();
  need(await takeIn(ada.scope, { file: ada.app.grants.grantBytes(card, bytes).grant }));
  await makeInspector(ada, draft, ben);
});
afterAll(own.remove);

describe('a file of records by e-mail', () => {
  it('says what it would add before anything is written, and writes nothing until asked', async () => {
    const file = await handed(ada, ben);
    const offer = need(await offerFile(ben.scope, { file }));
    expect(offered(offer)).toEqual([false, 4, []]);
    expect(offer.draft?.groups).toMatchObject([{ name: 'Ada', verified: false }]);
    expect(offer.people.map(({ card, standing }) => [card.name, standing])).toEqual(
      expect.arrayContaining([['Ada', 'new']]),
    );
    expect(readdirSync(join(folders[1], 'drafts'))).toEqual([]);
    expect(need(await takeIn(ben.scope, { file }))).toEqual({ draft, added: 4 });
    expect(need(await openDraft(ben.scope, { draft })).state.begunBy).toBe(
      (await ada.scope.ports.keys.self())?.person,
    );
    expect(await brokenIn(ben)).toEqual([]);
  });

  it('goes there and back, is a union whatever the order and however often, and nobody’s log is written by another', async () => {
    need(await takeIn(ben.scope, { file: await handed(ada, ben) }));
    need(await saveRevision(ben.scope, write('Ben’s words')));
    need(await saveRevision(ada.scope, write('Ada’s words')));
    const back = await handed(ben, ada);
    const offer = need(await offerFile(ada.scope, { file: back }));
    expect(offered(offer)).toEqual([true, 1, []]);
    expect(offer.draft?.conflicts).toEqual(['Text of Summary']);
    need(await takeIn(ada.scope, { file: back }));
    need(await takeIn(ada.scope, { file: await handed(ben, ada) }));
    need(await takeIn(ben.scope, { file: await handed(ada, ben) }));
    const states = [ada, ben].map(async (person) => need(await openDraft(person.scope, { draft })).state);
    const [here, there] = await Promise.all(states);
    expect(here?.conflicts).toEqual(['narrative/summary']);
    expect(there).toEqual(here);
    expect(await brokenIn(ada)).toEqual([]);
    expect(await brokenIn(ben)).toEqual([]);
    const [folder = ''] = readdirSync(join(folders[0], 'drafts'));
    const device = (await ada.scope.ports.keys.self())?.device ?? '';
    expect(readdirSync(join(folders[0], 'drafts', folder)).every((name) => name.startsWith(device))).toBe(
      true,
    );
  });

  it.each(['one byte changed', 'a record missing'])('is not taken in with %s, and says so', async (how) => {
    const { bytes } = need(await renderCopy(ada.scope, { draft, evidence: true }));
    const text = new TextDecoder().decode(bytes);
    const lines = text.split('\n');
    const spoiled =
      how === 'one byte changed'
        ? text.replace('Northmere', 'Southmere')
        : lines.filter((line) => !line.includes('"details.set"')).join('\n');
    const file = ben.app.grants.grantBytes('x.judgment', new TextEncoder().encode(spoiled)).grant;
    const offer = need(await offerFile(ben.scope, { file }));
    expect(offer.broken.length).toBeGreaterThan(0);
    expect(await takeIn(ben.scope, { file })).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(readdirSync(join(folders[1], 'drafts'))).toEqual([]);
  });

  it('that holds no records is refused in words', async () => {
    const file = ben.app.grants.grantBytes('x.judgment', new TextEncoder().encode('Dear Ben')).grant;
    expect(await offerFile(ben.scope, { file })).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });
});

describe('a copy without evidence', () => {
  const note = async (): Promise<string> => {
    const { record } = need(
      await services.noteEvidence(ada.scope, {
        draft,
        note: {
          kind: 'interview-child',
          source: 'Child B',
          when: '2026-10-05T10:00',
          direction: 'neutral',
          text: secret,
        },
      }),
    );
    const link = { draft, note: record, criterion: 'hp.plans', direction: 'against' as const };
    const first = need(await services.linkEvidence(ada.scope, { ...link, over: [] }));
    need(
      await services.linkEvidence(ada.scope, { ...link, passage: 'nobody had come', over: [first.record] }),
    );
    return record;
  };

  it('holds no word of the evidence, verifies, and names what was left out and by whom', async () => {
    const record = await note();
    const { bytes } = need(await renderCopy(ada.scope, { draft, evidence: false }));
    const text = new TextDecoder().decode(bytes);
    for (const word of ['nobody had come', 'Child B', 'since May']) expect(text).not.toContain(word);
    expect(text).toContain(record);
    const file = await handed(ada, ben, false);
    const offer = need(await offerFile(ben.scope, { file }));
    expect(offer).toMatchObject({ broken: [], draft: { leftOut: 2, records: 7, added: 7 } });
  });

  it('is not taken in: a workspace holds whole records, and says so', async () => {
    await note();
    const file = await handed(ada, ben, false);
    expect(await takeIn(ben.scope, { file })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', message: expect.stringContaining('2 records') as string },
    });
    expect(await openDraft(ben.scope, { draft })).toMatchObject({ ok: false });
  });

  it('adds nothing and hides nothing where the whole file is here already', async () => {
    await note();
    need(await takeIn(ben.scope, { file: await handed(ada, ben) }));
    const bare = await handed(ada, ben, false);
    expect(need(await offerFile(ben.scope, { file: bare }))).toMatchObject({
      draft: { leftOut: 0, added: 0 },
    });
    need(await takeIn(ben.scope, { file: bare }));
    const { state } = need(await openDraft(ben.scope, { draft }));
    expect([state.leftOut, state.notes[0]?.text]).toEqual([[], secret]);
    expect(await brokenIn(ben)).toEqual([]);
  });

  it('is broken where content is gone that no statement names', async () => {
    await note();
    const { name, bytes } = need(await renderCopy(ada.scope, { draft, evidence: false }));
    const lines = new TextDecoder().decode(bytes).split('\n');
    const silent = lines.filter((line) => !line.includes('"copy.made"')).join('\n');
    const file = ben.app.grants.grantBytes(name, new TextEncoder().encode(silent)).grant;
    expect(need(await offerFile(ben.scope, { file })).broken.map(({ code }) => code)).toContain(
      'content-missing',
    );
  });
});

describe('content that was erased', () => {
  it('leaves the logs that files brought, and does not come back with a later file', async () => {
    const { record } = need(
      await services.noteEvidence(ada.scope, {
        draft,
        note: {
          kind: 'document',
          source: 'File',
          when: '2026-10-05T10:00',
          direction: 'neutral',
          text: secret,
        },
      }),
    );
    need(await takeIn(ben.scope, { file: await handed(ada, ben) }));
    const old = await handed(ben, ben);
    need(await eraseContent(ada.scope, { draft, records: [record], reason: 'Asked for', rule: 'Retention' }));
    need(await takeIn(ben.scope, { file: await handed(ada, ben) }));
    need(await openDraft(ben.scope, { draft }));
    need(await takeIn(ben.scope, { file: old }));
    need(await openDraft(ben.scope, { draft }));
    const [folder = ''] = readdirSync(join(folders[1], 'drafts'));
    const path = join(folders[1], 'drafts', folder);
    const all = readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
    expect(all.join('\n')).not.toContain('nobody had come');
    expect(await brokenIn(ben)).toEqual([]);
  });
});
