import { describe, expect, it } from 'vitest';
import { markedSides, type MarkedPiece } from '../../../../src/renderer/lib/conflict/marked-sides.ts';

/** A text with what is marked in brackets. */
const read = (pieces: readonly MarkedPiece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

describe('the two sides of a conflict', () => {
  it.each([
    [
      'a word that differs',
      'Plans are weak. Visits are timely.',
      'Plans are very good. Visits are timely.',
      ['Plans are [weak]. Visits are timely.', 'Plans are [very good]. Visits are timely.'],
    ],
    [
      'a sentence that one has alone, at the end',
      'Records are kept.',
      'Records are kept. Audits are late.',
      ['Records are kept.', 'Records are kept.[ Audits are late.]'],
    ],
    [
      'a paragraph that one has alone, in the middle',
      'First.\n\nMiddle comes here.\n\nLast.',
      'First.\n\nLast.',
      ['First.\n\n[Middle comes here.]\n\nLast.', 'First.\n\nLast.'],
    ],
    ['nothing in texts that share no word', 'Ada', 'Ben', ['Ada', 'Ben']],
    ['nothing in the same text', 'Same here.', 'Same here.', ['Same here.', 'Same here.']],
    ['nothing where one is empty', '', 'Words.', ['', 'Words.']],
  ])('have marked %s', (_what, one, other, marked) => {
    expect(markedSides(one, other).map(read)).toEqual(marked);
  });

  it('keep every sign of both texts, whatever is marked', () => {
    const one = '  Plans,  in all.\r\n\r\nMoved paragraph stays as it was here.\n\nEnd 👩‍👧 of it.';
    const other = 'Moved paragraph stays as it was here.\n\n  Plans in most.\n\nEnd 👩 of them.  ';
    const joined = markedSides(one, other).map((pieces) => pieces.map(({ text }) => text).join(''));
    expect(joined).toEqual([one, other]);
  });

  it('are shown unmarked where comparing them would hold up the window', () => {
    const long = 'The plans of the service are good. '.repeat(3000);
    const pieces = markedSides(long, `${long} More.`).map((side) => side.length);
    expect(pieces).toEqual([1, 1]);
  });
});
