import { describe, expect, it } from 'vitest';
import type { ClockState } from '../../../src/shared/clocks/clock-states.ts';
import { clockWeeks } from '../../../src/shared/clocks/clock-weeks.ts';

const none = new Set<string>();
/** The second Monday of May stands in for a bank holiday of England alone. */
const holidays = { england: new Set(['2026-05-11']), wales: none, scotland: none, 'northern-ireland': none };
const deadlines = [
  { id: 'draft', calendar: 'england' },
  { id: 'outcome', calendar: 'scotland' },
] as const;

function clock(deadline: string, due: string | null, stopped: string | null = null): ClockState {
  return {
    deadline,
    title: deadline === 'draft' ? 'Draft report' : 'Outcome',
    standing: 'running',
    started: '2026-05-01',
    due,
    stopped,
    left: 3,
    waitsFor: null,
    isDefault: false,
    short: '',
    sentence: '',
  };
}

describe('the weeks of the clocks that run', () => {
  it.each([
    ['nothing is due', [clock('draft', null)]],
    ['what was due is past', [clock('draft', '2026-05-05')]],
    ['the clock has stopped', [clock('draft', '2026-05-12', '2026-05-04')]],
  ])('are none where %s', (_why, clocks) => {
    expect(clockWeeks(clocks, deadlines, holidays, '2026-05-06')).toEqual([]);
  });

  it('run from the Monday of today to the week of what is due last, weekends left out', () => {
    const weeks = clockWeeks(
      [clock('draft', '2026-05-07'), clock('outcome', '2026-05-15')],
      deadlines,
      holidays,
      '2026-05-06',
    );
    expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
      ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08'],
      ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'],
    ]);
    expect(weeks.flat().filter(({ due }) => due.length > 0)).toMatchObject([
      { day: '2026-05-07', due: ['Draft report'] },
      { day: '2026-05-15', due: ['Outcome'] },
    ]);
    expect(weeks[0]?.map(({ standing }) => standing)).toEqual(['past', 'past', 'today', 'ahead', 'ahead']);
  });

  it('begin with the week ahead on a Sunday’s Monday before', () => {
    const [first] = clockWeeks([clock('draft', '2026-05-12')], deadlines, holidays, '2026-05-10');
    expect(first?.[0]?.day).toBe('2026-05-04');
  });

  it('call a day a holiday only where no running clock counts it', () => {
    const english = clockWeeks([clock('draft', '2026-05-12')], deadlines, holidays, '2026-05-06');
    const both = clockWeeks(
      [clock('draft', '2026-05-12'), clock('outcome', '2026-05-12')],
      deadlines,
      holidays,
      '2026-05-06',
    );
    const off = (weeks: typeof both): readonly string[] =>
      weeks.flat().flatMap(({ day, holiday }) => (holiday ? [day] : []));
    expect([off(english), off(both)]).toEqual([['2026-05-11'], []]);
  });

  it('are seven at the most', () => {
    expect(clockWeeks([clock('draft', '2027-05-12')], deadlines, holidays, '2026-05-06')).toHaveLength(7);
  });
});
