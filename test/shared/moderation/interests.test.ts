import { describe, expect, it } from 'vitest';
import {
  interestRule,
  interestsFrom,
  keepsOut,
  standingInterestSentence,
  type StandingInterest,
} from '../../../src/shared/moderation/standing-interest.ts';
import { seenState } from '../../../src/shared/seen/seen-draft.ts';
import { writer } from '../history.ts';
import { people, RoundHistory } from './round-history.ts';

const worked: StandingInterest = {
  tie: 'worked',
  provider: 'Northmere County Council',
  from: '2015-01-05',
  until: '2022-03-01',
  words: 'Social worker',
};

describe('an interest on somebody’s card', () => {
  it.each([
    ['worked there, ended within five years', {}, '2026-10-05', true],
    ['worked there, ended more than five years before', {}, '2027-03-02', false],
    ['worked there, ended five years before to the day', {}, '2027-03-01', true],
    ['worked there still', { until: null }, '2060-01-01', true],
    ['lived there, ended long ago', { tie: 'lived' }, '2030-01-01', false],
    ['inspected it, within two years', { tie: 'inspected' }, '2024-02-29', true],
    ['inspected it, before two years', { tie: 'inspected' }, '2024-03-02', false],
    ['related to somebody there, however long ago', { tie: 'related' }, '2050-01-01', true],
    ['on a day that nobody knows', { tie: 'inspected' }, null, true],
  ] as const)('%s: keeps its holder out by the rule, or not', (_what, part, day, out) => {
    const [interest] = interestsFrom([{ ...worked, ...part }], 'Northmere', day, null);
    expect([interest?.excludes, interest?.standing]).toEqual([out, out ? 'actual' : 'potential']);
    expect(interest === undefined ? null : keepsOut(interest)).toBe(out);
  });

  const own = { interestYears: { lived: 1, worked: 10, inspected: null } };
  it.each([
    ['worked there, within its ten years', {}, '2032-02-28', true],
    ['worked there, before them', {}, '2032-03-02', false],
    ['lived there, before its one', { tie: 'lived' }, '2023-03-02', false],
    ['inspected it, which no day ends', { tie: 'inspected' }, '2060-01-01', true],
  ] as const)('by the years of a framework: %s', (_what, part, day, out) => {
    const [interest] = interestsFrom([{ ...worked, ...part }], 'Northmere', day, own);
    expect(interest?.excludes).toBe(out);
  });

  it('is shown the rule with the years that hold, and whose they are', () => {
    expect(interestRule(null)).toMatch(/worked there within 5 years .* Plumbline’s own/u);
    expect(interestRule(own)).toMatch(/has ever inspected it.* are this framework’s/u);
  });

  it('is none in the inspection of another provider, or of none', () => {
    for (const provider of ['Southmere', '', 'Northmere Lodge'])
      expect(interestsFrom([worked], provider, null, null)).toEqual([]);
  });

  it('is a sentence with its days and its own words', () => {
    expect(standingInterestSentence(worked)).toBe(
      'Worked there or for it from Mon 5 Jan 2015 until Tue 1 Mar 2022: Social worker',
    );
    expect(standingInterestSentence({ ...worked, from: null, until: null, words: '' })).toBe(
      'Worked there or for it',
    );
  });
});

const interest = {
  class: 'values',
  standing: 'actual',
  told: 'A friend works there',
  excludes: true,
} as const;

describe('what the chair records of a member’s interests', () => {
  const { ada, ben, cyn, dan } = people;
  const recorded = (
    history: RoundHistory,
    interests: readonly unknown[],
    parents?: readonly string[],
  ): string => history.add(ada, 'interest.recorded', { person: cyn.person, interests }, parents).id;
  const standingOf = (history: RoundHistory): string | undefined =>
    history.seen().lodgings.find(({ author }) => author === cyn.person)?.standing;

  it.each([
    [
      'before the reveal keeps them out',
      (history: RoundHistory) => void recorded(history, [interest]),
      'foreign',
    ],
    [
      'and takes back lets them in',
      (history: RoundHistory) => {
        recorded(history, [interest]);
        recorded(history, []);
      },
      'independent',
    ],
    [
      'without the reveal knowing of it takes no grade away',
      (history: RoundHistory) => void recorded(history, [interest], [history.round]),
      'independent',
    ],
  ])('%s', (what, happens, standing) => {
    const history = new RoundHistory(1);
    const lodged = [cyn, dan].map((member) => history.lodge(member));
    const before = history.heads();
    if (!what.startsWith('without')) happens(history);
    history.close(ben, lodged, {
      reason: 'Enough',
      ...(what.startsWith('without') ? { parents: before } : {}),
    });
    if (what.startsWith('without')) happens(history);
    expect(standingOf(history)).toBe(standing);
  });

  it('stands beside what they declared, and is no declaration', () => {
    const history = new RoundHistory();
    recorded(history, [interest]);
    const of = (person: string) =>
      history.folded().state.moderation.interests.find((interests) => interests.person === person);
    expect(of(cyn.person)).toMatchObject({ declared: false, excludes: true });
    history.add(cyn, 'interest.declared', { interests: [] });
    expect(of(cyn.person)).toMatchObject({
      declared: true,
      excludes: true,
      interests: [{ ...interest, recordedBy: ada.person }],
    });
  });

  it.each([
    ['the chair', ada, true],
    ['a deputy', ben, true],
    ['whose it is', cyn, true],
    ['another member', dan, false],
    ['nobody in particular', writer('nobody'), false],
  ])('is read in its words by %s, or not', (_who, { person }, reads) => {
    const history = new RoundHistory();
    recorded(history, [interest]);
    history.add(cyn, 'interest.declared', { interests: [{ ...interest, told: 'My brother' }] });
    const text = JSON.stringify(seenState(history.folded(), person));
    expect([text.includes('A friend works there'), text.includes('My brother')]).toEqual([reads, reads]);
  });
});
