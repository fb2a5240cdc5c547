import { describe, expect, it } from 'vitest';
import { findPrecedents, overallArea, patternAreas } from '../../../src/shared/precedents/find-precedents.ts';
import { readOutcomes } from '../../../src/shared/precedents/read-outcomes.ts';
import { rulesOverOutcomes } from '../../../src/shared/precedents/rules-over-outcomes.ts';
import { statedDay } from '../../../src/shared/framework/stated-day.ts';
import { shippedFrameworks } from './shipped-frameworks.ts';

const frameworks = shippedFrameworks();
const of2026 = frameworks.find((framework) => framework.id === 'ilacs-2026');
const headers = [
  'local_authority',
  'inspection_start_date',
  'overall_effectiveness_grade',
  'impact_of_leaders_grade',
  'help_and_protection_grade',
  'in_care_grade',
  'care_leavers_grade',
];
const rows = [
  ['Aford', '17/03/2025', 'good', 'good', 'good', 'good', 'good'],
  ['Beeham', '05/02/2024', 'inadequate', 'good', 'Inadequate', 'good', 'good'],
  ['Ceeton', '01/06/2026', 'not_reported_post_reform', 'good', 'good', 'good', 'good'],
  [
    'Deeport',
    '09/09/2019',
    'good',
    'good',
    'to requires improvement',
    'good',
    'inspection_pre_dates_judgement',
  ],
  ['Eewich', 'soon', 'fine', '', '', '', ''],
].map((cells, at) => ({ row: at + 2, cells }));
const read = readOutcomes({ headers, rows }, frameworks);
if (!read.ok || of2026 === undefined) throw new Error('the table could not be read');
const { outcomes, dirty } = read.value;
const pattern = {
  leaders: 'good',
  'help-and-protection': 'good',
  'children-in-care': 'good',
  'care-leavers': 'good',
};

describe('published outcomes', () => {
  it('stand under the framework of their first day, each area with its own column', () => {
    expect(outcomes.map(({ provider, framework }) => `${provider} ${framework}`)).toEqual([
      'Aford ilacs-2023',
      'Beeham ilacs-2023',
      'Ceeton ilacs-2026',
      'Deeport ilacs-2018',
    ]);
    expect(outcomes[3]?.grades).toEqual({
      leaders: 'good',
      'help-and-protection': 'requires-improvement',
      'children-in-care-and-care-leavers': 'good',
      overall: 'good',
    });
    expect(outcomes[2]?.grades['overall']).toBeUndefined();
  });

  it('list what is dirty by column and value, with the rows', () => {
    expect(dirty).toContainEqual({
      column: 'inspection_start_date',
      value: 'soon',
      rows: [6],
      told: 'This is no day, so none is taken.',
    });
    expect(dirty).toContainEqual({
      column: 'overall_effectiveness_grade',
      value: 'fine',
      rows: [6],
      told: 'This is no grade of the scale, so none is taken.',
    });
  });

  it('are refused where the table holds something else', () => {
    expect(readOutcomes({ headers: ['note', 'when'], rows: [] }, frameworks)).toMatchObject({ ok: false });
  });

  it.each([
    ['29/02/2024', '2024-02-29'],
    ['31/02/2024', null],
    ['09/05/25', '2025-05-09'],
    ['2025-05-09', '2025-05-09'],
    ['', null],
  ])('%s is the day %s', (text, day) => {
    expect(statedDay(text)).toBe(day);
  });
});

describe('precedents of a pattern', () => {
  it('are those with the same grades, under whatever framework has the areas, and what the whole was', () => {
    const found = findPrecedents(outcomes, of2026, pattern);
    expect(found.same.map(({ provider }) => provider)).toEqual(['Ceeton', 'Aford']);
    expect(found.overall).toEqual([{ grade: 'good', count: 1 }]);
    expect(found.comparable).toBe(3);
  });

  it('a step apart in one area is near, two steps are not', () => {
    expect(
      findPrecedents(outcomes, of2026, {
        ...pattern,
        'help-and-protection': 'requires-improvement',
      }).near.map(({ provider }) => provider),
    ).toEqual(['Ceeton', 'Aford', 'Beeham']);
    expect(findPrecedents(outcomes, of2026, pattern).near).toEqual([]);
  });

  it('no pattern has no precedents', () => {
    expect(findPrecedents(outcomes, of2026, {})).toMatchObject({ same: [], comparable: 0 });
  });

  it('a framework without a whole has areas for a pattern all the same', () => {
    expect(overallArea(of2026)).toBeNull();
    expect(patternAreas(of2026)).toEqual([
      'leaders',
      'help-and-protection',
      'children-in-care',
      'care-leavers',
    ]);
  });

  it('limiting rules are counted where they applied', () => {
    expect(
      rulesOverOutcomes(outcomes, frameworks).find((outcome) => outcome.rule === 'practice-inadequate'),
    ).toMatchObject({ applied: 1, kept: 1 });
  });
});
