import { describe, expect, it } from 'vitest';
import { mark, small } from './noted.ts';
import { fitMode, tellArea } from '../../../src/shared/coverage/area-fit-telling.ts';
import { tellFit, type FitMode } from '../../../src/shared/coverage/fit-telling.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

const [area] = small.areas;
const [scale] = small.scales;
const criterion = area?.criteria[0];
if (area === undefined || scale === undefined || criterion === undefined)
  throw new Error('the framework is empty');

type Said = 'met' | 'partly' | 'not' | 'none' | null;
/** Marks from the best grade down. */
const marked = (...said: readonly Said[]) =>
  said.flatMap((one, at) =>
    one === null ? [] : [mark('referrals', scale.grades[at]?.id ?? '', 'ada', one)],
  );
const names = (person: string): string => ({ ada: 'Ada', ben: 'Ben' })[person] ?? person;
const tell = (mode: FitMode, ...said: readonly Said[]) =>
  tellFit(criterion, scale, marked(...said), mode, names);

describe('what marks add up to', () => {
  it.each<[FitMode, readonly Said[], string | null]>([
    ['best-fit', ['partly', 'met', 'met', 'not'], 'good'],
    ['best-fit', ['not', 'partly', 'met', 'not'], 'requires-improvement'],
    ['best-fit', ['met', 'met', 'met', 'not'], 'outstanding'],
    ['best-fit', ['not', 'not', 'not', 'met'], 'inadequate'],
    ['best-fit', ['not', 'partly', 'not', 'not'], 'good'],
    ['best-fit', ['not', 'partly', 'partly', 'not'], null],
    ['best-fit', ['not', 'met', 'not', 'met'], null],
    ['best-fit', ['none', 'none', 'none', 'none'], null],
    ['best-fit', [null, null, null, null], null],
    ['secure-fit', ['not', 'met', 'met', 'not'], 'good'],
    ['secure-fit', ['met', 'met', 'met', 'not'], 'outstanding'],
    ['secure-fit', ['met', 'partly', 'met', 'not'], 'requires-improvement'],
    ['secure-fit', ['met', 'met', 'partly', 'not'], 'inadequate'],
    ['secure-fit', ['met', null, 'met', 'not'], null],
    ['met-or-not', ['met', null, null, null], 'outstanding'],
    ['met-or-not', ['partly', null, null, null], 'inadequate'],
    ['met-or-not', [null, 'met', null, null], null],
  ])('is, as a %s of %j, %s', (mode, said, grade) => {
    const telling = tell(mode, ...said);
    expect(telling.grade).toBe(grade);
    expect(telling.steps.at(-1)).toContain('“Referrals are timely”');
  });

  it('is told step by step, where members differ with what each says', () => {
    const differing = [...marked('not', 'met', 'met', 'not'), mark('referrals', 'good', 'ben', 'partly')];
    expect(tellFit(criterion, scale, differing, 'best-fit', names)).toEqual({
      grade: 'requires-improvement',
      steps: [
        'Outstanding: not met.',
        'Good: members differ (Ada says met, Ben says partly met); read as partly met, the most careful of them.',
        'Requires improvement: met.',
        'Inadequate: not met.',
        'Requires improvement is the best grade whose descriptor is met.',
        '“Referrals are timely”: taken together the marks point to Requires improvement. People set it.',
      ],
    });
  });
});

describe('a failing that one member sees and another does not', () => {
  it('is read as seen: at the lowest grade that is the careful reading', () => {
    const differing = [...marked('not', 'met', 'met', 'not'), mark('referrals', 'inadequate', 'ben', 'met')];
    const { grade, steps } = tellFit(criterion, scale, differing, 'best-fit', names);
    expect(steps[3]).toBe(
      'Inadequate: members differ (Ada says not met, Ben says met); read as met, the most careful of them.',
    );
    expect(grade).toBeNull();
    expect(steps[4]).toBe('Both Good and Inadequate are marked met: the marks point both ways.');
  });
});

describe('what the criteria of an area add up to', () => {
  const banded: Framework = {
    ...small,
    aggregations: [
      {
        area: 'help',
        from: ['referrals', 'enquiries', 'plans'],
        how: {
          mode: 'bands',
          round: 'nearest',
          points: [
            { grade: 'outstanding', points: 4 },
            { grade: 'good', points: 3 },
            { grade: 'requires-improvement', points: 2 },
            { grade: 'inadequate', points: 1 },
          ],
          bands: [
            { grade: 'outstanding', fromPercent: 88 },
            { grade: 'good', fromPercent: 63 },
            { grade: 'requires-improvement', fromPercent: 39 },
            { grade: 'inadequate', fromPercent: 0 },
          ],
        },
      },
    ],
  };

  it('is told by the names of the criteria and never only a number', () => {
    expect(tellArea(small, area, { referrals: 'good', enquiries: 'requires-improvement' })).toEqual([
      'Good fits best: “Referrals are timely”.',
      'Requires improvement fits best: “Enquiries are timely”.',
      'Not set yet: “Plans are timely”.',
      'As many criteria fit one as the other: Good, Requires improvement. People weigh them.',
    ]);
    expect(tellArea(small, area, { referrals: 'good', enquiries: 'good' }).at(-1)).toBe(
      'Good fits most, by “Referrals are timely”, “Enquiries are timely”. This is a pattern and not a judgment; people set the grade.',
    );
  });

  it.each([
    // 8 of 12 points are 66.7 %, 7 are 58.3 %, 11 are 91.7 %, 10 are 83.3 %: on either side of 63 and of 88.
    [['good', 'good', 'requires-improvement'], 'Good'],
    [['good', 'requires-improvement', 'requires-improvement'], 'Requires improvement'],
    [['outstanding', 'outstanding', 'good'], 'Outstanding'],
    [['outstanding', 'good', 'good'], 'Good'],
    [['inadequate', 'inadequate', 'inadequate'], 'Inadequate'],
  ])(
    'falls, with best fits %j, into the band of %s',
    ([referrals = '', enquiries = '', plans = ''], title) => {
      const telling = tellArea(banded, area, { referrals, enquiries, plans }).at(-1);
      expect(telling?.split(' (')[0]).toBe(`Help: the parts taken together point to ${title}`);
      expect(telling).toContain('Referrals are timely:');
      expect(telling).toMatch(/This is a pattern and not a judgment; people set the grade\.$/);
    },
  );

  it('waits where a rule reads criteria that nobody set', () => {
    expect(tellArea(banded, area, { referrals: 'good' }).at(-1)).toContain(
      'nothing can be said until these are graded: Enquiries are timely, Plans are timely',
    );
  });

  it('reads marks as the framework does', () => {
    expect(fitMode(small, area)).toBe('best-fit');
    expect(fitMode(small, { ...area, kind: 'met-or-not' })).toBe('met-or-not');
    const secure = {
      ...small,
      aggregations: [{ area: 'help', from: ['plans'], how: { mode: 'secure-fit' as const } }],
    };
    expect(fitMode(secure, area)).toBe('secure-fit');
  });
});
