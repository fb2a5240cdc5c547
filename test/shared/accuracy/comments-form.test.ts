import { describe, expect, it } from 'vitest';
import { newInForm, readCommentsForm } from '../../../src/shared/accuracy/comments-form.ts';

const headers = ['Paragraph', 'Comment', 'Evidence'];
const known = new Set([3, 5]);

describe('a form of comments', () => {
  it('says which of its rows the workbook hides, and reads them', () => {
    const rows = [
      { row: 2, cells: ['3', 'The rate was 71.', ''] },
      { row: 3, cells: ['5', 'Four, not five.', ''], hidden: true as const },
    ];
    const { points, odd } = readCommentsForm({ headers, rows }, known);
    expect(points.map(({ row, paragraph }) => [row, paragraph])).toEqual([
      [2, 3],
      [3, 5],
    ]);
    expect(odd).toEqual([
      { row: 3, text: '5 | Four, not five.', why: 'The workbook hides this row. It was read all the same.' },
    ]);
  });

  it.each([
    ['the same words', 'The team’s rate – 71.', true],
    ['other marks and spaces', "The  team's\nrate - 71.", true],
    ['another number', 'The team’s rate – 72.', false],
    ['more words', 'The team’s rate – 71. And more.', false],
  ])('makes points of what is new: %s', (_name, comment, isKnown) => {
    const form = readCommentsForm({ headers, rows: [{ row: 2, cells: ['3', comment, ''] }] }, known);
    const before = [{ paragraph: 3, comment: 'The team’s rate – 71.', evidence: '', number: 4 }];
    const { points, odd } = newInForm(form, before);
    expect(points).toHaveLength(isKnown ? 0 : 1);
    expect(odd.map(({ why }) => why.includes('point 4'))).toEqual(isKnown ? [true] : []);
  });
});
