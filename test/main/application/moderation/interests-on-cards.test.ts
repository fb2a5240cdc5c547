import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PanelPerson, syncFolders } from './panel-person.ts';
import { ownFolder } from '../../running-scope.ts';

const own = ownFolder();
const [ada, ben, cyn] = ['ada', 'ben', 'cyn'].map((name) => new PanelPerson(name, own.path)) as [
  PanelPerson,
  PanelPerson,
  PanelPerson,
];
const folders = [ada, ben, cyn].map(({ folder }) => folder);
let draft = '';

const worked = {
  tie: 'worked',
  provider: 'Northmere County Council',
  from: null,
  until: null,
  words: 'Nurse',
} as const;
const interestsOf = async (by: PanelPerson, person: PanelPerson) =>
  (await by.call('openDraft', { draft })).state.moderation.interests.find(
    (each) => each.person === person.id,
  );

describe('interests on people’s cards', () => {
  beforeAll(async () => {
    await ada.join(true);
    for (const person of [ben, cyn]) {
      syncFolders(folders);
      await person.join(false);
    }
    syncFolders(folders);
    const begun = await ada.call('beginDraft', {
      provider: 'Northmere',
      kind: 'standard inspection',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: '2026-10-16',
      recoveryOwner: null,
    });
    draft = begun.draft;
    for (const [person, role] of [
      [ada, 'chair'],
      [ben, 'deputy'],
      [cyn, 'panel'],
    ] as const)
      await ada.call('grantRole', { draft, person: person.id, role });
    syncFolders(folders);
  }, 60_000);
  afterAll(() => {
    for (const person of [ada, ben, cyn]) person.leave();
  });

  it('are listed by somebody who administers nothing, and read by everybody on their card', async () => {
    await cyn.call('listInterests', { interests: [worked, { ...worked, provider: 'Southmere' }] });
    syncFolders(folders);
    const { people } = await ada.call('listColleagues', {});
    expect(people.find(({ id }) => id === cyn.id)?.interests).toEqual([
      worked,
      { ...worked, provider: 'Southmere' },
    ]);
    const verified = await ada.call('verifyWorkspace', { draft: null });
    expect(verified.ok).toBe(true);
  });

  it('go into what is declared for an inspection of that provider, by the rule, and of no other', async () => {
    await cyn.call('declareInterests', { draft, interests: [] });
    expect(await interestsOf(cyn, cyn)).toMatchObject({
      declared: true,
      excludes: true,
      interests: [{ standing: 'actual', told: 'Worked there or for it: Nurse', recordedBy: null }],
    });
    syncFolders(folders);
    expect((await interestsOf(ada, cyn))?.excludes).toBe(true);
  });

  it('stop a round where somebody declared before their card said it', async () => {
    for (const person of [ada, ben]) {
      await person.call('declareInterests', { draft, interests: [] });
      syncFolders(folders);
    }
    await ada.call('saveRevision', {
      draft,
      reason: 'The first',
      narratives: [{ section: 'leaders', text: 'Plans are made in time.', over: [] }],
      grades: [],
      improvements: null,
    });
    await ben.call('listInterests', { interests: [{ ...worked, tie: 'related' }] });
    syncFolders(folders);
    const revision = (await ada.call('openDraft', { draft })).state.revisions.at(-1)?.id ?? '';
    const round = { draft, revision, areas: ['leaders'], quorum: 1, due: null, provisionalShown: null };
    const opening = { ...round, participants: [ada.id, ben.id], deputies: [ben.id] };
    expect(await ada.ask('openRound', opening)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('card has an interest') as string },
    });
    await ada.call('recordInterests', {
      draft,
      person: ben.id,
      interests: [{ class: 'values', standing: 'actual', told: 'Related', excludes: false }],
    });
    expect(await ada.ask('openRound', opening)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('has an interest that keeps them out') as string },
    });
  });

  it('are recorded by a chair or deputy alone, of others alone, an actual one always keeping out', async () => {
    const interest = { class: 'values', standing: 'actual', told: 'A friend', excludes: false } as const;
    for (const [by, person] of [
      [cyn, ben],
      [ada, ada],
    ] as const)
      expect(
        await by.ask('recordInterests', { draft, person: person.id, interests: [interest] }),
      ).toMatchObject({ ok: false });
    expect((await interestsOf(ada, ben))?.interests).toMatchObject([{ excludes: true, recordedBy: ada.id }]);
    await ada.call('recordInterests', { draft, person: ben.id, interests: [] });
    expect(await interestsOf(ada, ben)).toMatchObject({ excludes: false, interests: [] });
  });

  it('name in the round that begins whom they keep out of the panel, though nobody chose them', async () => {
    await ben.call('listInterests', { interests: [] });
    syncFolders(folders);
    const revision = (await ada.call('openDraft', { draft })).state.revisions.at(-1)?.id ?? '';
    const round = { draft, revision, areas: ['leaders'], quorum: 1, due: null, provisionalShown: null };
    await ada.call('openRound', { ...round, participants: [ada.id, ben.id], deputies: [ben.id] });
    const [opened] = (await ada.call('openDraft', { draft })).state.moderation.rounds;
    expect(opened?.participants.toSorted()).toEqual([ada.id, ben.id].toSorted());
    expect(opened?.excluded).toEqual([{ person: cyn.id, why: 'Worked there or for it: Nurse' }]);
  });
});
