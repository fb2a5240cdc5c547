import { expect, it } from 'vitest';
import { compareJudgments } from '../../../src/shared/comparison/compare-judgments.ts';
import { comparedPlaces } from '../../../src/shared/comparison/comparison-document.ts';
import type { JudgmentSnapshot } from '../../../src/shared/comparison/judgment-snapshot.ts';
import { emptySnapshot } from '../../../src/shared/comparison/snapshot-of.ts';

it('lays a comparison out by place: grade, evidence, best fit and words, and leaves out what is the same', () => {
  const before = {
    ...emptySnapshot,
    grades: { help: { grade: 'good' } },
    narratives: { help: 'Plans are clear.', summary: 'Same.' },
  };
  const after: JudgmentSnapshot = {
    ...emptySnapshot,
    grades: { help: { grade: 'weak' } },
    narratives: { help: 'Plans are vague.', summary: 'Same.', annex: 'New.' },
    links: [{ note: 'n1', criterion: 'front-door', direction: 'against' }],
    fits: { 'front-door': 'weak' },
  };
  const places = comparedPlaces(
    compareJudgments(before, after, { areaOf: { 'front-door': 'help' }, gradeWords: {} }),
    {
      places: [
        { id: 'summary', title: 'Summary', criteria: [] },
        { id: 'help', title: 'Help and protection', criteria: ['front-door'] },
      ],
      grade: (_area, side) => (side === 'before' ? 'Good' : 'Weak'),
      fit: (_area, grade) => grade ?? 'not yet set',
      note: (id) => id.toUpperCase(),
      criterion: (id) => id,
    },
  );
  expect(
    places.map(({ title, grade, evidence, paragraphs }) => [title, grade, evidence, paragraphs.length]),
  ).toEqual([
    [
      'Help and protection',
      { before: 'Good', after: 'Weak' },
      ['Linked: N1, front-door', 'Best fit for front-door: not yet set became weak'],
      1,
    ],
    ['annex', null, [], 1],
  ]);
});
