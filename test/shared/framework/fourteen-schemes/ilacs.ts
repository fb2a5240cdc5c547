import type { Limiter } from '../../../../src/shared/framework/limiter-schema.ts';
import { area, fourPoint, sketch } from './sketch.ts';

const practice2018 = ['help-and-protection', 'children-in-care-and-care-leavers'];
const practice2023 = ['help-and-protection', 'children-in-care', 'care-leavers'];

function practiceLimits(practice: readonly string[]): Limiter {
  return {
    id: 'practice-inadequate',
    title: 'Any practice area inadequate makes the overall inadequate',
    when: [{ on: 'count', areas: [...practice], is: 'exactly', grade: 'inadequate', atLeast: 1 }],
    then: { area: 'overall', rule: 'set', grade: 'inadequate' },
    force: 'hard',
  };
}

/** Three areas and an overall that follows them. */
export const ilacs2018 = sketch({
  id: 'sketch-ilacs-2018',
  title: 'ILACS 2018',
  valid: { from: '2018-01-01', to: '2022-12-31' },
  scales: [fourPoint],
  areas: [
    area('leaders'),
    ...practice2018.map((id) => area(id)),
    area('overall', { kind: 'overall', after: ['leaders', ...practice2018] }),
  ],
  aggregations: [{ area: 'overall', from: ['leaders', ...practice2018], how: { mode: 'lower-median' } }],
  limiters: [practiceLimits(practice2018)],
});

/** Care leavers become an area of their own. */
export const ilacs2023 = sketch({
  id: 'sketch-ilacs-2023',
  title: 'ILACS 2023',
  valid: { from: '2023-01-01', to: '2026-03-31' },
  scales: [fourPoint],
  areas: [
    area('leaders'),
    ...practice2023.map((id) => area(id)),
    area('overall', { kind: 'overall', after: ['leaders', ...practice2023] }),
  ],
  aggregations: [{ area: 'overall', from: ['leaders', ...practice2023], how: { mode: 'lower-median' } }],
  limiters: [practiceLimits(practice2023)],
});

/** No overall; improvements carry tags of the National Framework; a visit is left out after good grades. */
export const ilacs2026 = sketch({
  id: 'sketch-ilacs-2026',
  title: 'ILACS 2026',
  valid: { from: '2026-04-01', to: null },
  scales: [
    fourPoint,
    {
      id: 'visit',
      title: 'Focused visit',
      grades: [
        { id: 'left-out', title: 'Left out', symbol: 'L' },
        { id: 'made', title: 'Made', symbol: 'M' },
      ],
      nonGrades: [],
    },
  ],
  areas: [
    area('leaders'),
    ...practice2023.map((id) => area(id)),
    area('focused-visit', { kind: 'met-or-not', scale: 'visit', after: ['leaders', ...practice2023] }),
  ],
  sections: [
    {
      id: 'improvements',
      title: 'What needs to improve',
      printed: ['What needs to improve?'],
      points: true,
      tags: ['National Framework, outcome 2'],
    },
  ],
  limiters: [
    {
      id: 'no-visit-after-good',
      title: 'After good or better for leaders and at least two practice areas no focused visit follows',
      when: [
        { on: 'grade', area: 'leaders', is: 'at-least', grade: 'good' },
        { on: 'count', areas: practice2023, is: 'at-least', grade: 'good', atLeast: 2 },
      ],
      then: { area: 'focused-visit', rule: 'set', grade: 'left-out' },
      force: 'soft',
    },
  ],
});
