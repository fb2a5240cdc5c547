import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../src/renderer/lib/call.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import type { Challenge } from '../../../src/shared/moderation/moderation-state.ts';
import {
  answerWords,
  Moderation,
  openChallenges,
  stillNeeds,
} from '../../../src/renderer/moderation/moderation.svelte.ts';

describe('what the screen of moderation shows', () => {
  const home = new Home();
  beforeAll(async () => {
    await home.openSample();
  }, 60_000);
  afterAll(() => home.close());

  it('is the latest round until another is wanted, and again where that one is not there', () => {
    const moderation = new Moderation(home.draft);
    const [first] = moderation.rounds;
    const last = moderation.rounds.at(-1);
    expect(moderation.rounds.length).toBeGreaterThan(0);
    expect(moderation.round?.id).toBe(last?.id);
    moderation.wanted = first?.id ?? '';
    expect(moderation.round?.id).toBe(first?.id);
    moderation.wanted = 'f'.repeat(64);
    expect(moderation.round?.id).toBe(last?.id);
  });

  it.each([
    ['round', (moderation: Moderation) => moderation.wanted],
    ['pairwise', (moderation: Moderation) => moderation.wantedPairs],
  ] as const)('is the round of “%s” that another screen was left for, once', (view, wanted) => {
    const moderation = new Moderation(home.draft);
    home.draft.wantedRound = { view, round: 'f'.repeat(64) };
    moderation.showWanted();
    expect([moderation.view, wanted(moderation)]).toEqual([view, 'f'.repeat(64)]);
    moderation.view = 'agreement';
    moderation.showWanted();
    expect(moderation.view).toBe('agreement');
  });

  it('counts the people whom Plumbline made up for the sample as known', async () => {
    const others = (await call('listPeople', {})).filter(({ self }) => !self);
    expect(others.length).toBeGreaterThan(5);
    expect(new Set(others.map(({ known, verified }) => `${known.how} ${verified}`))).toEqual(
      new Set(['sample true']),
    );
  });

  it('turns through its views in both directions, and says which it shows', async () => {
    const moderation = new Moderation(home.draft);
    moderation.turn(-1);
    expect(moderation.view).toBe('pairwise');
    moderation.turn(1);
    moderation.turn(1);
    expect(moderation.view).toBe('precedents');
    await expect.poll(() => app.spoken).toBe('Precedents');
  });

  it('shows a view as a table where that view was asked to, and no other', () => {
    const moderation = new Moderation(home.draft);
    moderation.view = 'pairwise';
    moderation.tables = true;
    moderation.view = 'round';
    expect(moderation.tables).toBe(false);
    moderation.view = 'pairwise';
    expect(moderation.tables).toBe(true);
  });

  it('keeps a reader out of the rounds of others', () => {
    const moderation = new Moderation(home.draft);
    const { round } = moderation;
    if (round === null) throw new Error('the sample has no round');
    expect([moderation.takesPart(round), moderation.holds(round)]).toEqual([false, false]);
    expect(moderation.takesPart({ participants: [moderation.self], excluded: [] })).toBe(true);
  });

  it.each([
    [null, 'No answer'],
    [{ notMine: true as const }, 'Not my area'],
    [{ grade: 'requires-improvement' }, 'Requires improvement'],
    [{ grade: 'unheard-of' }, 'unheard-of'],
    [{ notGraded: 'insufficient', reason: 'Too little.' }, 'No grade: insufficient'],
  ])('says the answer %j in words', (answer, words) => {
    const area = home.draft.areas[0]?.id ?? '';
    expect(answerWords(home.draft.framework, area, answer)).toContain(words);
  });
});

describe('the open challenges of an area', () => {
  const challenge = (about: Challenge['about'], state: Challenge['state'] = 'open'): Challenge => ({
    id: `${about.what} ${state}`,
    number: 1,
    author: '',
    at: '',
    about,
    text: '',
    owner: '',
    due: null,
    state,
    answers: [],
    accepted: null,
    withdrawn: null,
  });
  const all = [
    challenge({ what: 'grade', area: 'leaders' }),
    challenge({ what: 'grade', area: 'leaders' }, 'answered'),
    challenge({ what: 'claim', section: 'leaders', revision: '', quote: 'Leaders know' }),
    challenge({ what: 'evidence', note: '', area: 'leaders' }, 'withdrawn'),
    challenge({ what: 'evidence', note: '', area: null }),
    challenge({ what: 'omission', area: 'care-leavers' }),
  ];
  it.each([
    ['leaders', ['grade open', 'claim open']],
    ['care-leavers', ['omission open']],
    ['children-in-care', []],
  ])('%s', (area, open) => {
    expect(openChallenges(all, area).map(({ id }) => id)).toEqual(open);
  });
});

describe('what an entry still needs before it is lodged', () => {
  const blank = { area: 'leaders', sure: 'sure' as const, rationale: '', evidence: [] };
  it.each([
    [undefined, 'Not started'],
    [{ ...blank, answer: { notMine: true as const } }, ''],
    [{ ...blank, sure: null, answer: { grade: 'good' } }, 'Say how sure you are'],
    [{ ...blank, sure: null, answer: { notGraded: 'x', reason: '' } }, 'Rationale needs a sentence'],
    [{ ...blank, answer: { grade: 'good' } }, 'Rationale needs a sentence'],
    [{ ...blank, answer: { grade: 'good' }, rationale: 'Leaders know their service well.' }, 'Cite evidence'],
    [
      {
        ...blank,
        answer: { grade: 'good' },
        rationale: 'Leaders know their service well.',
        passages: [{ section: 'leaders', paragraph: 2 }],
      },
      '',
    ],
    [
      { ...blank, answer: { notGraded: 'x', reason: '' }, rationale: 'Too few cases could be read here.' },
      '',
    ],
  ])('of %j: “%s”', (entry, needs) => {
    expect(stillNeeds(entry)).toBe(needs);
  });
});
