import { expect, it } from 'vitest';
import { compareInspections } from '../../../src/shared/comparison/compare-inspections.ts';

const grade = (rank: number) => ({ id: `grade-${rank}`, title: `Grade ${rank}`, symbol: 'g', rank });

it('follows areas, and the criteria whose best fit was set, from one inspection to the next', () => {
  const { areas } = compareInspections([
    {
      areas: [
        {
          id: 'help',
          title: 'Help',
          grade: grade(2),
          criteria: [
            { id: 'front-door', title: 'Front door', grade: grade(2) },
            { id: 'plans', title: 'Plans', grade: null },
          ],
        },
      ],
      improvements: [],
    },
    { areas: [], improvements: [] },
    {
      areas: [
        {
          id: 'help',
          title: 'Help and protection',
          grade: grade(2),
          criteria: [{ id: 'front-door', title: 'Front door', grade: grade(1) }],
        },
      ],
      improvements: [],
    },
  ]);
  expect(areas.map(({ title, cells }) => [title, cells.map((cell) => cell?.change ?? null)])).toEqual([
    ['Help and protection', [null, null, 'same']],
  ]);
  expect(
    areas[0]?.criteria.map(({ title, cells }) => [title, cells.map((cell) => cell?.grade?.rank ?? null)]),
  ).toEqual([['Front door', [2, null, 1]]]);
  expect(areas[0]?.criteria[0]?.cells[2]?.change).toBe('better');
});
