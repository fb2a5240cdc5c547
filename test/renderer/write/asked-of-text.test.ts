import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../src/renderer/lib/call.ts';
import { askedBy, askedOfText, type Asked } from '../../../src/renderer/write/asked-of-text.ts';

const text = [
  '1. Calls are answered within a day. Parents said so.',
  '2. Plans have dates and names. Visits happen when they are due [OB-001].',
].join('\n\n');

describe('what is asked of a text', () => {
  const home = new Home();
  const section = 'help-and-protection';
  let draft = '';
  const of = (words: string, place = section): readonly Asked[] => {
    const { state } = home.draft;
    return state === undefined ? [] : askedOfText(state, place, words, home.draft.areas);
  };
  const sent = 'r'.repeat(64);
  /** What is asked where the provider made these points on the text as it was sent. */
  const withPoints = (...points: readonly (readonly [number | null, string])[]): readonly Asked[] => {
    const { state } = home.draft;
    if (state === undefined) return [];
    const paragraphs = text.split('\n\n').map((words, at) => ({ number: at + 1, section, text: words }));
    const { accuracy } = state.finalising;
    const made = points.map(([paragraph, comment], point) => {
      const said = { paragraph, comment, evidence: '', answers: [] };
      return { received: 'back', sent, point, number: point + 1, ...said };
    });
    const sending = { record: sent, author: home.draft.me, at: '2026-11-20T10:00', due: null, earlier: null };
    const now = { ...accuracy, sent: { ...sending, paragraphs }, points: made };
    const finalising = { ...state.finalising, accuracy: now };
    return ['leaders', section].flatMap((place) =>
      askedOfText({ ...state, finalising }, place, text, home.draft.areas).filter(
        ({ kind }) => kind === 'provider',
      ),
    );
  };
  const standings = (words: string): readonly (readonly [string, string, string])[] =>
    of(words).map((one) => [
      one.text,
      one.standing,
      one.place === null ? '' : words.slice(one.place.from, one.place.to),
    ]);

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    const { code } = await call('noteEvidence', {
      draft,
      note: {
        kind: 'observation',
        source: 'Duty desk',
        when: '2026-11-17T10:00',
        direction: 'strength',
        text: 'Two visits, both when due.',
      },
    });
    expect(code).toBe('OB-001');
    await call('saveRevision', {
      draft,
      reason: 'First text',
      narratives: [{ section, text, over: [] }],
      grades: [],
      improvements: null,
    });
    await home.draft.load(draft);
    const owner = home.draft.me;
    const [revision] = home.draft.state?.revisions ?? [];
    const [note] = home.draft.state?.notes ?? [];
    const raise = (
      about: Parameters<typeof call<'raiseChallenge'>>[1]['about'],
      question: string,
    ): Promise<unknown> => call('raiseChallenge', { draft, about, text: question, owner, due: null });
    const claim = { what: 'claim', section, revision: revision?.id ?? '' } as const;
    await raise({ ...claim, quote: 'Plans have dates and names.' }, 'Which plans?');
    await raise({ ...claim, quote: 'Calls are answered within a day.' }, 'Every call?');
    await raise({ what: 'evidence', note: note?.id ?? '', area: null }, 'Only two visits?');
    await raise({ what: 'grade', area: section }, 'Is it good?');
    await raise({ what: 'omission', area: 'leaders' }, 'What of audits?');
    await home.draft.load(draft);
  });
  afterAll(() => home.close());

  it('stands in the order of the text, what means all of it first', () => {
    expect(standings(text)).toEqual([
      ['Is it good?', 'section', ''],
      ['Every call?', 'there', 'Calls are answered within a day.'],
      ['Which plans?', 'there', 'Plans have dates and names.'],
      ['Only two visits?', 'there', '[OB-001]'],
    ]);
  });

  it.each([
    ['moved', 'Plans have dates and names. Calls are answered within a day.', ['there', 'there', 'section']],
    [
      'changed',
      'Calls are answered within two days. All plans have dates and names.',
      ['changed', 'changed', 'section'],
    ],
    ['gone', 'Nothing of this is left here.', ['gone', 'gone', 'section']],
  ])('follows words that are %s', (_what, words, expected) => {
    const found = new Map(of(words).map((one) => [one.text, one.standing]));
    expect(['Every call?', 'Which plans?', 'Only two visits?'].map((one) => found.get(one))).toEqual(
      expected,
    );
  });

  it('is of its own section alone, but for a note, which is asked about wherever it is cited', () => {
    const questions = of('Audits are done.', 'leaders').map((one) => one.text);
    expect(questions.sort()).toEqual(['Only two visits?', 'What of audits?']);
  });

  it('holds a point of the provider beside its paragraph, or in the section that it names', () => {
    const title = home.draft.areas.find(({ id }) => id === 'leaders')?.title ?? '';
    const [named, numbered, ...others] = withPoints(
      [2, 'One visit was late.'],
      [null, `${title.toUpperCase()}: The tone is harsh.`],
    );
    expect(title).not.toBe('');
    expect(others).toEqual([]);
    expect(named).toMatchObject({ id: 'back-1', standing: 'section', place: null, screen: 'finalise' });
    expect(numbered).toMatchObject({ id: 'back-0', text: 'One visit was late.', standing: 'there' });
    expect(text.slice(numbered?.place?.from, numbered?.place?.to)).toMatch(/^2\. Plans/);
  });

  it('holds a point on the whole in every section, and one on a paragraph that was not sent in none', () => {
    const asked = withPoints([null, 'The dates are wrong throughout.'], [9, 'What is this?']);
    expect(asked.map(({ id, standing }) => [id, standing])).toEqual([
      ['back-0', 'report'],
      ['back-0', 'report'],
    ]);
  });

  it('goes once it is answered', async () => {
    const challenge = home.draft.state?.moderation.challenges.find((one) => one.text === 'Every call?');
    await call('answerChallenge', { draft, challenge: challenge?.id ?? '', answer: 'All of 40.' });
    await home.draft.load(draft);
    expect(of(text).map((one) => one.text)).not.toContain('Every call?');
  });
});

it.each([
  ['challenge', 'ada', 'Ada challenges'],
  ['point', 'ada', 'Point of the panel'],
  ['provider', null, 'The provider says'],
] as const)('says who asks: %s', (kind, author, words) => {
  expect(askedBy({ kind, author }, () => 'Ada')).toBe(words);
});
