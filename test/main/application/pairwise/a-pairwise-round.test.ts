import { cpSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bradleyTerry } from '../../../../src/shared/pairwise/bradley-terry.ts';
import { countedPairs, type PairwiseRound } from '../../../../src/shared/pairwise/pairwise-round.ts';
import { ownFolder } from '../../running-scope.ts';
import { allFiles, formsOf, PanelPerson, syncFolders } from '../moderation/panel-person.ts';

const own = ownFolder();
const [ada, ben, cyn] = ['ada', 'ben', 'cyn'].map((name) => new PanelPerson(name, own.path)) as [
  PanelPerson,
  PanelPerson,
  PanelPerson,
];
const everybody = [ada, ben, cyn];
const folders = everybody.map(({ folder }) => folder);
const drafts: string[] = [];
let place = { draft: '', round: '' };
const sync = (): void => {
  syncFolders(folders);
};
const why = (person: PanelPerson): string => `Zyx-${person.name}-finds-its-reasons-clearer-Marimba`;

async function roundOf(person: PanelPerson): Promise<PairwiseRound> {
  const { state } = await person.call('openDraft', { draft: place.draft });
  const [round] = state.moderation.pairwise;
  if (round === undefined) throw new Error('the round has not arrived');
  return round;
}

beforeAll(async () => {
  await ada.join(true);
  for (const one of [ben, cyn]) {
    cpSync(ada.folder, one.folder, { recursive: true });
    await one.join(false);
  }
  sync();
  for (const provider of ['Alderby', 'Birchwick', 'Cedarholt']) {
    const { draft } = await ada.call('beginDraft', {
      provider,
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
      recoveryOwner: null,
    });
    await ada.call('saveRevision', {
      draft,
      reason: 'First text',
      narratives: [{ section: 'leaders', text: `Leaders of ${provider} know what to do.`, over: [] }],
      grades: [],
      improvements: null,
    });
    drafts.push(draft);
  }
  const [draft = ''] = drafts;
  place = { draft, round: '' };
  await ada.call('grantRole', { draft, person: ada.id, role: 'chair' });
  await ada.call('grantRole', { draft, person: ben.id, role: 'deputy' });
  await ada.call('grantRole', { draft, person: cyn.id, role: 'panel' });
  sync();
  for (const one of everybody) {
    await one.call('declareInterests', { draft, interests: [] });
    sync();
  }
}, 60_000);
afterAll(() => {
  for (const one of everybody) one.leave();
  own.remove();
});

describe('a round of comparisons of three people in three folders', () => {
  it('is opened with the areas of three drafts, each at its latest revision', async () => {
    await ada.call('openPairwiseRound', {
      draft: place.draft,
      question: 'Which narrative says better why?',
      items: drafts.map((draft) => ({ draft, area: 'leaders' })),
      participants: everybody.map(({ id }) => id),
      deputies: [ben.id],
      quorum: 3,
      due: null,
    });
    sync();
    place = { ...place, round: (await roundOf(ada)).id };
    expect((await roundOf(cyn)).items.map((item) => item.title)).toEqual([
      'Alderby: Impact of leaders',
      'Birchwick: Impact of leaders',
      'Cedarholt: Impact of leaders',
    ]);
    const { texts } = await cyn.call('readOwnPairs', place);
    expect(texts[1]).toBe('Leaders of Birchwick know what to do.');
  });

  it('shows the text of the round’s revision, whatever is saved later', async () => {
    await ada.call('saveRevision', {
      draft: drafts[1] ?? '',
      reason: 'Later text',
      narratives: [
        {
          section: 'leaders',
          text: 'Rewritten.',
          over: (
            (await ada.call('openDraft', { draft: drafts[1] ?? '' })).state.narratives['leaders'] ?? []
          ).map((draft) => draft.record),
        },
      ],
      grades: [],
      improvements: null,
    });
    sync();
    const { texts } = await cyn.call('readOwnPairs', place);
    expect(texts[1]).toBe('Leaders of Birchwick know what to do.');
  });

  it('refuses comparisons of what it does not list, and a reveal before all have lodged without a reason', async () => {
    const odd = [{ better: 0, worse: 7, why: '' }];
    expect(await ada.ask('keepOwnPairs', { ...place, answers: odd })).toMatchObject({ ok: false });
    expect(await ada.ask('lodgePairs', { ...place, answers: odd })).toMatchObject({ ok: false });
    expect(await ada.ask('closePairwiseRound', { ...place, reason: null })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Not everybody has lodged') as string },
    });
  });

  it('until the reveal nobody’s comparisons are in any file or in anything another was told', async () => {
    for (const one of everybody) {
      const answers = [
        { better: 0, worse: 1, why: why(one) },
        { better: one === cyn ? 2 : 1, worse: one === cyn ? 1 : 2, why: '' },
        { better: one === ben ? 2 : 0, worse: one === ben ? 0 : 2, why: '' },
      ];
      await one.call('keepOwnPairs', { ...place, answers });
      expect(await one.call('readOwnPairs', place)).toMatchObject({ answers, changed: true });
      expect((await one.call('lodgePairs', { ...place, answers })).n).toBe(1);
      expect(await one.call('readOwnPairs', place)).toMatchObject({ changed: false, lodged: { n: 1 } });
      sync();
    }
    for (const one of everybody) {
      const forms = formsOf(why(one));
      const files = [...folders, ...everybody.map((each) => each.profile)];
      for (const file of allFiles(files)) {
        const bytes = readFileSync(file);
        expect(
          forms.some((form) => bytes.includes(form)),
          `${file} tells what ${one.name} said`,
        ).toBe(false);
      }
      for (const other of everybody.filter((each) => each !== one)) {
        await roundOf(other);
        expect(other.heard.join('\n').includes(why(one)), `${other.name} was told`).toBe(false);
      }
    }
    expect(ada.heard.join('\n').includes(why(ada)), 'the search finds what is there').toBe(true);
    expect((await roundOf(cyn)).lodgings.map((lodging) => lodging.author)).toEqual([cyn.id]);
    expect((await roundOf(ben)).lodgings).toHaveLength(3);
  });

  it('is revealed by a holder alone; then all comparisons open for all and make one scale', async () => {
    expect(await cyn.ask('closePairwiseRound', { ...place, reason: null })).toMatchObject({ ok: false });
    await ben.call('closePairwiseRound', { ...place, reason: null });
    sync();
    for (const one of everybody) {
      const round = await roundOf(one);
      expect(round.standing).toBe('revealed');
      expect(round.lodgings.map((each) => each.standing)).toEqual(everybody.map(() => 'independent'));
      const counted = countedPairs(round);
      expect(counted).toHaveLength(9);
      expect(
        counted
          .filter((each) => each.why !== '')
          .map((each) => each.why)
          .toSorted(),
      ).toEqual(everybody.map(why).toSorted());
      const scale = bradleyTerry(round.items.length, counted);
      expect(scale.ok && scale.value.places.map((_place, at) => at).toSorted()).toEqual([0, 1, 2]);
    }
  });

  it('takes nothing after the reveal, and finds nothing broken', async () => {
    const answers = [{ better: 1, worse: 0, why: 'late' }];
    expect(await cyn.ask('lodgePairs', { ...place, answers })).toMatchObject({ ok: false });
    expect((await cyn.call('verifyWorkspace', { draft: null })).ok).toBe(true);
  });

  it('withholds from members whose judgments they compare, until the reveal, and takes too close to call', async () => {
    const second = async (person: PanelPerson): Promise<PairwiseRound> => {
      sync();
      const { state } = await person.call('openDraft', { draft: place.draft });
      const round = state.moderation.pairwise[1];
      if (round === undefined) throw new Error('the second round has not arrived');
      return round;
    };
    await ada.call('openPairwiseRound', {
      draft: place.draft,
      question: 'Which says better why?',
      items: drafts.map((draft) => ({ draft, area: 'leaders' })),
      namesWithheld: true,
      pairsAsked: 2,
      participants: [cyn.id],
      deputies: [ben.id],
      quorum: 1,
      due: null,
    });
    const titles = async (person: PanelPerson): Promise<readonly string[]> =>
      (await second(person)).items.map(({ title }) => title);
    expect(await titles(cyn)).toEqual(['Judgment A', 'Judgment B', 'Judgment C']);
    expect((await titles(ada))[0]).toBe('Alderby: Impact of leaders');
    expect((await second(cyn)).pairsAsked, 'as the chair set it').toBe(2);
    const { state } = await cyn.call('openDraft', { draft: place.draft });
    expect(state.moderation.pairwise[0]?.pairsAsked, 'every pair of three').toBe(3);
    const round = { draft: place.draft, round: (await second(cyn)).id };
    const { texts } = await cyn.call('readOwnPairs', round);
    expect(texts[0]).toBe('Leaders of [name] know what to do.');
    const answers = [{ better: 0, worse: 1, why: 'Alike', tie: true as const }];
    await cyn.call('lodgePairs', { ...round, answers });
    await second(ada);
    await ada.call('closePairwiseRound', { ...round, reason: null });
    expect((await titles(cyn))[0]).toBe('Alderby: Impact of leaders');
    expect(countedPairs(await second(cyn))).toMatchObject(answers);
  });
});
