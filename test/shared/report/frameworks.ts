import type { ReportFramework } from '../../../src/shared/report/report-framework.ts';

const scales = [
  {
    id: 'four-point',
    grades: [
      { id: 'outstanding', title: 'Outstanding' },
      { id: 'good', title: 'Good' },
      { id: 'requires-improvement', title: 'Requires improvement to be good' },
      { id: 'inadequate', title: 'Inadequate' },
    ],
  },
];

function area(id: string, printed: string, kind = 'graded'): ReportFramework['areas'][number] {
  return { id, title: printed, kind, scale: 'four-point', printed: [printed] };
}

const leaders = area('leaders', 'The impact of leaders on social work practice with children and families');
const help = area(
  'help-and-protection',
  'The experiences and progress of children who need help and protection',
  'limiting',
);
const both = area(
  'children-in-care-and-care-leavers',
  'The experiences and progress of children in care and care leavers',
  'limiting',
);
const inCare = area('children-in-care', 'The experiences and progress of children in care', 'limiting');
const leavers = area('care-leavers', 'The experiences and progress of care leavers', 'limiting');
const overall = area('overall', 'Overall effectiveness', 'overall');

/** The three frameworks of one inspectorate, with what the import needs of them and nothing else. */
export const frameworks: readonly ReportFramework[] = [
  {
    id: 'ilacs-2018',
    title: 'ILACS 2018',
    valid: { from: '2018-01-01', to: '2022-12-31' },
    scales,
    areas: [leaders, help, both, overall],
  },
  {
    id: 'ilacs-2023',
    title: 'ILACS 2023',
    valid: { from: '2023-01-01', to: '2026-03-31' },
    scales,
    areas: [leaders, help, inCare, leavers, overall],
  },
  {
    id: 'ilacs-2026',
    title: 'ILACS 2026',
    valid: { from: '2026-04-01', to: null },
    scales,
    areas: [leaders, help, inCare, leavers],
  },
];
