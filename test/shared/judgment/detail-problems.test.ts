import { describe, expect, it } from 'vitest';
import { detailProblems, type DetailValues } from '../../../src/shared/judgment/detail-problems.ts';

const sound: DetailValues = {
  provider: 'Northmere',
  kind: 'standard inspection',
  start: '2026-10-12',
  end: '2026-10-16',
  published: '2026-12-03',
  leadInspector: 'Rowan Ashdown',
  inspectorate: '',
  stage: 'drafting',
};
const framework = {
  title: 'ILACS 2026',
  valid: { from: '2026-04-01', to: null },
  kinds: ['standard inspection', 'focused visit'],
};

describe('the details of an inspection', () => {
  it('are sound where nothing speaks against them, and where days are not known yet', () => {
    expect(detailProblems(sound, framework)).toEqual([]);
    const open = { ...sound, end: '', published: '', leadInspector: '' };
    expect(detailProblems(open, framework)).toEqual([]);
  });

  const cases: readonly (readonly [string, Partial<DetailValues>, string, boolean])[] = [
    ['no provider', { provider: ' ' }, 'provider', false],
    ['a name longer than its record takes', { provider: 'x'.repeat(301) }, 'provider', false],
    ['a type longer than its record takes', { kind: 'x'.repeat(121) }, 'kind', false],
    ['a lead longer than its record takes', { leadInspector: 'x'.repeat(301) }, 'leadInspector', false],
    ['a last day before the first', { end: '2026-10-11' }, 'end', false],
    ['a day that no calendar has', { start: '2026-02-30' }, 'start', false],
    ['a year before 1990', { start: '1989-10-12' }, 'start', false],
    ['a year after 2100', { end: '2101-10-12' }, 'end', false],
    ['publication before the last day', { published: '2026-10-15' }, 'published', false],
    ['a type that the framework lacks', { kind: 'interim visit' }, 'kind', false],
    ['a stage that is none', { stage: 'moderating' }, 'stage', false],
    ['a day on which the framework does not apply', { start: '2026-03-31' }, 'start', true],
  ];
  it.each(cases)('are questioned for %s', (_what, change, name, mayStand) => {
    const [first] = detailProblems({ ...sound, ...change }, framework);
    expect(first).toMatchObject({ of: expect.arrayContaining([name]) as string[], mayStand });
  });

  it.each(['focused-visit', 'Focused visit', 'standard'])('know a type as reports print it: %s', (kind) => {
    expect(detailProblems({ ...sound, kind }, framework)).toEqual([]);
  });
});
