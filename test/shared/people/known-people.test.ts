import { describe, expect, it } from 'vitest';
import { knownSince, knownTo } from '../../../src/shared/people/known-people.ts';

type Ground = Parameters<typeof knownTo>[2];
const person = (
  id: string,
  said: { verified?: string[]; vouched?: string[]; distrusted?: string[] } = {},
): Ground['people'][number] => ({ id, verified: [], vouched: [], distrusted: [], ...said });
const ground = (people: Ground['people'], rule: Ground['rule'] = 'administrators'): Ground => ({
  people,
  administrators: ['ada'],
  rule,
});
const me = person('me', { verified: ['ada', 'ben', 'cyn'] });
const ada = person('ada', { vouched: ['new'] });
const ben = person('ben', { vouched: ['new'] });
const cyn = person('cyn', { vouched: ['new'] });

describe('a colleague is known', () => {
  it.each([
    [
      'through an administrator whose phrase was compared',
      me,
      [me, ada],
      'administrators',
      'vouched',
      ['ada'],
    ],
    ['through nobody where the rule says so', me, [me, ada, ben, cyn], 'nobody', 'not-yet', []],
    ['through no single other', me, [me, ben], 'administrators-or-two', 'not-yet', []],
    [
      'through two others where the rule says so',
      me,
      [me, ben, cyn],
      'administrators-or-two',
      'vouched',
      ['ben', 'cyn'],
    ],
    ['through no two others where the rule does not', me, [me, ben, cyn], 'administrators', 'not-yet', []],
    [
      'through no administrator whose phrase was not compared',
      person('me'),
      [person('me'), ada],
      'administrators',
      'not-yet',
      [],
    ],
    [
      'through no administrator who is distrusted',
      person('me', { distrusted: ['ada'] }),
      [person('me'), ada],
      'administrators',
      'not-yet',
      [],
    ],
    [
      'by one’s own comparison before all',
      person('me', { verified: ['new'] }),
      [ada],
      'administrators',
      'compared',
      [],
    ],
  ] as const)('%s', (_how, self, people, rule, how, by) => {
    expect(knownTo(self, 'new', ground(people, rule))).toMatchObject({ how, vouchedBy: by });
  });

  it('by nobody’s vouching once the phrase differed for anybody, and still by one’s own comparison', () => {
    const doubter = person('dan', { distrusted: ['new'] });
    const doubted = ground([me, ada, doubter]);
    expect(knownTo(me, 'new', doubted)).toEqual({ how: 'distrusted', vouchedBy: [], doubtedBy: ['dan'] });
    const compared = person('me', { verified: ['new'] });
    expect(knownTo(compared, 'new', doubted)).toMatchObject({ how: 'compared', doubtedBy: ['dan'] });
    const differing = person('me', { distrusted: ['new'] });
    expect(knownTo(differing, 'new', ground([differing, ada]))).toMatchObject({ how: 'distrusted' });
  });

  it('as oneself', () => {
    expect(knownTo(me, 'me', ground([me])).how).toBe('self');
  });
});

describe('since when a colleague is known', () => {
  const at = (hour: number): string => `2026-11-30T0${hour}:00:00.000Z`;
  const statement = (person: string, does: 'compares' | 'vouches', hour: number) => ({
    record: `${person} ${does} ${hour}`,
    person,
    does,
    at: at(hour),
  });
  const people = [
    { id: 'me', statements: [statement('new', 'compares', 1), statement('new', 'compares', 3)] },
    { id: 'ada', statements: [statement('new', 'compares', 4), statement('new', 'vouches', 5)] },
    { id: 'ben', statements: [statement('other', 'vouches', 9)] },
  ];
  it.each([
    ['by one’s own last comparison', 'compared', [], at(3)],
    ['by the vouching that it rests on, and no comparison of theirs', 'vouched', ['ada', 'ben'], at(5)],
    ['never, where it rests on neither', 'not-yet', [], null],
  ] as const)('%s', (_by, how, vouchedBy, since) => {
    expect(knownSince({ how, vouchedBy, doubtedBy: [] }, 'new', people, 'me')).toBe(since);
  });
});
