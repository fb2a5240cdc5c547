import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { OwnGrades } from '../../../src/renderer/moderation/own-grades.svelte.ts';
import type { PairwiseRound } from '../../../src/shared/pairwise/pairwise-round.ts';
import { OwnPairs } from '../../../src/renderer/moderation/own-pairs.svelte.ts';
import { need } from '../../main/running-scope.ts';

const home = new Home();
const folder = join(home.path, 'team');
const areas = ['help-and-protection', 'leaders'];
let rounds = { grades: '', pairs: '' };

beforeAll(async () => {
  await home.settle();
  const draft = await home.begin();
  const self = app.start?.person?.id ?? '';
  const deputy = await home.colleague(draft);
  await call('saveRevision', {
    draft,
    reason: 'For the panel',
    narratives: areas.map((section) => ({ section, text: `What was seen of ${section}.`, over: [] })),
    grades: [],
    improvements: null,
  });
  await call('grantRole', { draft, person: self, role: 'chair' });
  await call('grantRole', { draft, person: deputy.person, role: 'deputy' });
  await call('declareInterests', { draft, interests: [] });
  need(await services.declareInterests(deputy.scope, { draft, interests: [] }));
  const people = { participants: [self, deputy.person], deputies: [deputy.person], quorum: 2, due: null };
  const revision = (await call('openDraft', { draft })).state.revisions.at(-1)?.id ?? '';
  const grades = await call('openRound', { draft, revision, areas, ...people, provisionalShown: null });
  const items = areas.map((area) => ({ draft, area }));
  const pairs = await call('openPairwiseRound', { draft, question: 'Which is clearer?', items, ...people });
  rounds = { grades: grades.record, pairs: pairs.record };
  await home.draft.load(draft);
}, 60_000);
afterAll(() => home.close());

describe('own grades of a round', () => {
  async function opened(): Promise<OwnGrades> {
    const own = new OwnGrades(home.draft, rounds.grades, areas);
    await own.load();
    return own;
  }

  it('begin with an answer: a rationale alone is no entry', async () => {
    const own = await opened();
    expect([own.ready, own.answers, own.lodged, own.changed]).toEqual([true, [], null, false]);
    own.write('leaders', 'Too early.');
    expect(own.answers).toEqual([]);
  });

  it('are kept through a window that went away, in the order of the areas', async () => {
    const before = await opened();
    before.answer('leaders', { grade: 'good' });
    before.write('leaders', 'They know their service well.');
    expect([before.kept, before.changed]).toEqual([false, true]);
    await before.keep();
    expect(before.kept).toBe(true);
    const after = await opened();
    expect(after.entry('leaders')).toMatchObject({ answer: { grade: 'good' }, sure: null });
    expect([after.lodged, after.changed]).toEqual([null, true]);
  });

  it('take a note in and out again', async () => {
    const own = await opened();
    const note = 'a'.repeat(64);
    own.cite('leaders', note);
    expect(own.entry('leaders')?.evidence).toEqual([note]);
    own.cite('leaders', note);
    expect(own.entry('leaders')?.evidence).toEqual([]);
    await own.keep();
  });

  it('take a best fit of a criterion in, another in its place, and none', async () => {
    const own = await opened();
    own.fit('leaders', 'vision', 'good');
    own.fit('leaders', 'learning', 'outstanding');
    own.fit('leaders', 'vision', 'inadequate');
    await own.keep();
    const after = await opened();
    expect(after.entry('leaders')?.fits).toEqual([
      { criterion: 'learning', grade: 'outstanding' },
      { criterion: 'vision', grade: 'inadequate' },
    ]);
    after.fit('leaders', 'vision', '');
    after.fit('leaders', 'learning', '');
    expect(after.entry('leaders')).not.toHaveProperty('fits');
    await after.keep();
  });

  it('are kept while the shared folder is out of reach, and are no less once it is back', async () => {
    const own = await opened();
    renameSync(folder, `${folder}-off`);
    own.write('leaders', 'Typed while the folder was gone.');
    await own.keep();
    expect(own.kept).toBe(true);
    renameSync(`${folder}-off`, folder);
    const after = await opened();
    expect(after.entry('leaders')?.rationale).toBe('Typed while the folder was gone.');
    after.write('leaders', 'They know their service well.');
    await after.keep();
  });

  it('take a paragraph of the graded text in, through a window that went away, and out again', async () => {
    const own = await opened();
    own.citePassage('leaders', 'leaders', 1);
    await own.keep();
    const after = await opened();
    expect(after.entry('leaders')?.passages).toEqual([{ section: 'leaders', paragraph: 1 }]);
    after.citePassage('leaders', 'leaders', 1);
    expect(after.entry('leaders')).not.toHaveProperty('passages');
    await after.keep();
  });

  it('grade the text of the round’s revision, paragraph by paragraph', async () => {
    const text = await call('readGradedText', { draft: home.draft.id, round: rounds.grades });
    expect(text).toEqual(
      areas.map((section) => ({ section, paragraph: 1, text: `What was seen of ${section}.` })),
    );
  });

  it('are not lodged while an area has no answer, and nothing of them is lost', async () => {
    const own = await opened();
    expect(await own.lodge()).toBe(false);
    expect(app.banner?.text).toContain('answer for every area');
    expect([own.lodged, own.entry('leaders')?.rationale]).toEqual([null, 'They know their service well.']);
  });

  it('are lodged as typed last, and then changed no more', async () => {
    const own = await opened();
    own.answer('help-and-protection', { notMine: true });
    expect(await own.lodge(), 'nobody said how sure they are').toBe(false);
    own.sure('leaders', 'sure');
    expect(await own.lodge()).toBe(true);
    expect([own.lodged?.n, own.changed]).toEqual([1, false]);
    expect(own.answers.map(({ area }) => area)).toEqual(areas);
    own.sure('leaders', 'sure');
    expect(own.changed).toBe(true);
    await own.keep();
  });
});

describe('own pairs of a round', () => {
  function pairsRound(): PairwiseRound {
    const round = home.draft.state?.moderation.pairwise.find(({ id }) => id === rounds.pairs);
    if (round === undefined) throw new Error('the window does not show the round');
    return round;
  }

  it('are as many as the chair asks for, where one did', () => {
    const usual = new OwnPairs(home.draft, pairsRound()).asked;
    expect(usual).toBe(
      pairsRound().items.length === 2 ? 1 : (pairsRound().items.length * (pairsRound().items.length - 1)) / 2,
    );
    expect(new OwnPairs(home.draft, { ...pairsRound(), pairsAsked: 7 }).asked).toBe(7);
  });

  async function opened(): Promise<OwnPairs> {
    const own = new OwnPairs(home.draft, pairsRound());
    await own.load();
    return own;
  }

  it('come with the texts of the things, and a first pair', async () => {
    const own = await opened();
    expect(own.texts).toEqual(areas.map((area) => `What was seen of ${area}.`));
    expect([own.pair?.toSorted(), own.answers]).toEqual([[0, 1], []]);
  });

  it('are kept one by one, sides in turn', async () => {
    const own = await opened();
    const first = own.pair;
    expect(await own.record(1, 0, ' It says why. ')).toBe(true);
    expect(own.answers).toEqual([{ better: 1, worse: 0, why: 'It says why.' }]);
    expect(own.pair).not.toEqual(first);
    expect((await opened()).answers).toEqual(own.answers);
  });

  it('stay as they were where one cannot be kept', async () => {
    const own = await opened();
    const again = home.refuse('keepOwnPairs', 'The disk is full.');
    expect(await own.record(0, 1, 'Shorter.')).toBe(false);
    again();
    expect([own.answers.length, app.banner?.text]).toEqual([1, 'The disk is full.']);
  });

  it('give the last one back, and bring it back where that is undone', async () => {
    const own = await opened();
    await own.takeBack();
    expect(own.answers).toEqual([]);
    app.banner?.undo?.();
    await expect.poll(() => own.answers.length).toBe(1);
    await own.takeBack();
    await own.takeBack();
    expect(app.banner?.text).toContain('nothing can be taken back');
  });

  it('are finished once all that are asked are compared, and may go on', async () => {
    const own = await opened();
    expect([own.asked, own.finished]).toEqual([1, false]);
    await own.record(0, 1, 'It names its evidence.');
    expect([own.finished, own.pair?.toSorted()]).toEqual([true, [0, 1]]);
    await own.takeBack();
    expect(own.finished).toBe(false);
  });

  it('are refused, not cut, where a reason is longer than the record holds', async () => {
    const own = await opened();
    expect(await own.record(0, 1, 'y'.repeat(2003))).toBe(false);
    expect(app.banner?.text).toContain('3 characters too long');
    expect(own.answers).toEqual([]);
  });

  it('are lodged as one packet', async () => {
    const own = await opened();
    await own.record(0, 1, 'Clearer.');
    expect(await own.lodge()).toBe(true);
    expect([own.lodged?.n, own.changed]).toEqual([1, false]);
  });
});
