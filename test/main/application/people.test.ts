import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { correctCard, listPeople } from '../../../src/main/application/people/people-calls.ts';
import { removeLeaver, whatTheyLeave } from '../../../src/main/application/people/remove-leaver.ts';
import { revokeDevice } from '../../../src/main/application/people/revoke-device.ts';
import { shareOwnLog } from '../../../src/main/application/session/extend-own-log.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { makeKeyPair, signWith } from '../../../src/main/identity/key-pair.ts';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { identify } from '../../../src/shared/records/build-record.ts';
import { recordLine } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { brokenIn, summaryOf, twoOnADraft, type Person } from '../people-at-work.ts';
import { need, ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
let home = '';
let ada: Person;
let ben: Person;
let team = '';
let draft = '';
let bensId = '';

const write = (text: string, over: string[] = []) => summaryOf(draft, text, over);

async function open(person: Person): Promise<void> {
  const grant = person.app.grants.grantFolder(team);
  need(await openWorkspace(person.scope, grant, await person.scope.ports.workspaces.open(grant)));
}

/** Ben's second computer, from the key backup of his first. */
async function secondDevice(): Promise<Person> {
  const passphrase = 'correct horse battery';
  const { name } = need(await services.backUpKey(ben.scope, { passphrase })) ?? { name: '' };
  const laptop = run(join(home, 'ben-laptop'));
  const file = laptop.app.grants.grantBytes(name, ben.saved.get(name) ?? new Uint8Array()).grant;
  need(await services.restoreKey(laptop.scope, { file, passphrase }));
  await open(laptop);
  return laptop;
}

beforeEach(async () => {
  ({ ada, ben, home, team, draft, bensId } = await twoOnADraft(own.path));
});
afterAll(own.remove);

describe('what a person signs about people', () => {
  it('stands once in the folder, though what came in is shared while it is put there', async () => {
    const adasId = need(await listPeople(ada.scope))[0]?.id ?? '';
    const shared: Promise<unknown>[] = [];
    const { keys } = ada.scope.ports;
    const meanwhile: typeof keys = Object.create(keys, {
      cardLines: { value: () => keys.cardLines() },
      self: { value: () => keys.self() },
      sign: { value: keys.sign.bind(keys) },
      setCard: {
        value: async (...card: Parameters<typeof keys.setCard>) => {
          const kept = await keys.setCard(...card);
          shared.push(shareOwnLog(scope));
          return kept;
        },
      },
    }) as typeof keys;
    const scope = { ...ada.scope, ports: { ...ada.scope.ports, keys: meanwhile } };
    const workspace = ada.scope.session.opened?.workspace;
    if (workspace === undefined) throw new Error('nothing is open');
    const appended = vi.spyOn(workspace, 'appendPerson');
    need(await services.verifyPerson(scope, { person: bensId }));
    await Promise.all(shared);
    expect(appended.mock.calls.map(([person, lines]) => [person, lines.length])).toEqual([[adasId, 1]]);
    appended.mockRestore();
    const lines = readFileSync(join(team, 'people', `${adasId}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n');
    const seqs = lines.map((line) => (JSON.parse(line) as { seq: number }).seq);
    expect(seqs).toEqual(lines.map((_, at) => at + 1));
    expect(shared).toHaveLength(1);
  });
});

describe('a professional profile', () => {
  it('says registration, years and specialisms, and cards without specialisms still read', async () => {
    const card = {
      name: 'Ben',
      post: 'Inspector',
      registration: 'SW1',
      years: 9,
      specialisms: ['Fostering'],
    };
    need(await correctCard(ben.scope, { card }));
    const people = need(await listPeople(ada.scope));
    expect(people.find((person) => person.id === bensId)?.card).toEqual(card);
    expect(people.find((person) => person.self)?.card.specialisms).toBeUndefined();
    expect(await brokenIn(ada)).toEqual([]);
  });
});

describe('a second device', () => {
  it('writes as the same person, with a key of its own, and everything verifies', async () => {
    const laptop = await secondDevice();
    need(await saveRevision(laptop.scope, write('From the laptop')));
    const { state } = need(await openDraft(ada.scope, { draft }));
    expect(state.revisions.map((revision) => revision.author)).toEqual([bensId]);
    expect(need(await listPeople(ada.scope)).find(({ id }) => id === bensId)?.devices).toHaveLength(2);
    expect(await brokenIn(ada)).toEqual([]);
  });

  it('knows what the first wrote in the person’s own log after the backup, and neither breaks the other', async () => {
    const passphrase = 'correct horse battery';
    const { name } = need(await services.backUpKey(ben.scope, { passphrase })) ?? { name: '' };
    const adasId = (await ada.scope.ports.keys.self())?.person ?? '';
    need(await services.verifyPerson(ben.scope, { person: adasId }));
    const laptop = run(join(home, 'ben-laptop'));
    const file = laptop.app.grants.grantBytes(name, ben.saved.get(name) ?? new Uint8Array()).grant;
    need(await services.restoreKey(laptop.scope, { file, passphrase }));
    await open(laptop);
    need(
      await correctCard(laptop.scope, { card: { name: 'Ben', post: 'Lead', registration: '', years: 4 } }),
    );
    await open(ben);
    need(await saveRevision(laptop.scope, write('From the laptop')));
    const seen = need(await listPeople(ada.scope)).find(({ id }) => id === bensId);
    expect([seen?.devices.length, seen?.card.post]).toEqual([2, 'Lead']);
    expect(await brokenIn(ada)).toEqual([]);
    expect(need(await listPeople(laptop.scope)).find(({ id }) => id === adasId)?.verified).toBe(true);
  });
});

describe('one’s own log', () => {
  it('learns nothing that another key signed in one’s name, and goes on as it was', async () => {
    const [before = ''] = (await ben.scope.ports.keys.cardLines()).slice(-1);
    const last = JSON.parse(before) as SignedRecord;
    const stranger = makeKeyPair();
    const forged = identify(
      {
        ...{ v: 1, type: 'card.corrected', author: bensId, key: stranger.publicKey, at: last.at },
        ...{ draft: last.draft ?? last.id, seq: last.seq + 1, lamport: last.lamport + 1 },
        ...{ prev: last.id, parents: [last.id], salt: '0'.repeat(64), wordsSalt: '1'.repeat(64) },
        facts: { card: { name: '', post: '', registration: '', years: 0 } },
        words: { '/card/name': 'Not Ben' },
      },
      nodeCrypto.sha256,
    );
    const line = recordLine({ ...forged, sig: signWith(stranger, forged.id) });
    writeFileSync(join(team, 'people', 'forged.jsonl'), `${line}\n`);
    await open(ben);
    expect(await ben.scope.ports.keys.cardLines()).not.toContain(line);
    need(await correctCard(ben.scope, { card: { name: 'Ben', post: 'Lead', registration: '', years: 4 } }));
    rmSync(join(team, 'people', 'forged.jsonl'));
    expect(await brokenIn(ada)).toEqual([]);
    expect(need(await listPeople(ada.scope)).find(({ id }) => id === bensId)?.card.post).toBe('Lead');
  });
});

describe('a lost device', () => {
  it('writes on, and what it writes is set aside; what it wrote before stands, and an owner may adopt the rest', async () => {
    const laptop = await secondDevice();
    const before = need(await saveRevision(laptop.scope, write('Before it was lost')));
    const device = (await laptop.scope.ports.keys.self())?.device ?? '';
    need(await revokeDevice(ben.scope, { device, reason: 'Left on a train' }));
    const late = need(await saveRevision(laptop.scope, write('By whoever found it', [before.record])));
    const { state } = need(await openDraft(ada.scope, { draft }));
    expect(state.narratives['summary']?.map((open) => open.value)).toEqual(['Before it was lost']);
    expect(state.notices).toMatchObject([
      { code: 'set-aside', record: late.record, message: expect.stringContaining('reported lost') as string },
    ]);
    expect(await brokenIn(ada)).toEqual([]);
    need(await services.adoptRecords(ada.scope, { draft, records: [late.record], reason: 'It was Ben' }));
    const after = need(await openDraft(ada.scope, { draft })).state;
    expect(after.narratives['summary']?.map((open) => open.value)).toEqual(['By whoever found it']);
  });

  it('is reported with how far it had written in the workspace’s own log', async () => {
    const laptop = await secondDevice();
    const device = (await laptop.scope.ports.keys.self())?.device ?? '';
    need(await revokeDevice(ben.scope, { device, reason: 'Left on a train' }));
    need(await openDraft(ada.scope, { draft }));
    const { workspace, people } = ada.scope.session.opened ?? {};
    const lost = people?.people.flatMap(({ devices }) => devices).find(({ key }) => key === device);
    expect(lost?.lastKnown?.[workspace?.id ?? '']).toBe(0);
  });

  it('cannot be the one in use, nor another person’s', async () => {
    const { device = '' } = (await ben.scope.ports.keys.self()) ?? {};
    for (const person of [ben, ada])
      expect(await revokeDevice(person.scope, { device, reason: 'x' })).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
  });
});

describe('a leaver', () => {
  it('loses every role in one step, and what they wrote stays, counts and keeps their name', async () => {
    need(await saveRevision(ben.scope, write('Ben’s words')));
    expect(need(await whatTheyLeave(ada.scope, { person: bensId }))).toMatchObject([
      { provider: 'Northmere', roles: ['inspector'], revisions: 1, mine: true },
    ]);
    expect(need(await removeLeaver(ada.scope, { person: bensId, reason: 'New post' }))).toEqual({
      drafts: 1,
    });
    const { state } = need(await openDraft(ada.scope, { draft }));
    expect(state.roles).toEqual([]);
    expect(state.narratives['summary']).toMatchObject([{ author: bensId, value: 'Ben’s words' }]);
    expect(await saveRevision(ben.scope, write('Later'))).toMatchObject({ ok: false });
  });

  it('keeps roles in drafts that somebody else owns, who is named as the one to ask', async () => {
    expect(need(await removeLeaver(ben.scope, { person: bensId, reason: 'Going' }))).toEqual({ drafts: 0 });
    expect(need(await whatTheyLeave(ben.scope, { person: bensId }))).toMatchObject([{ mine: false }]);
  });
});
