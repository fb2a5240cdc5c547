import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/shared/coverage/claims.ts';
import { claimMarks, markClaims, markedClaims } from '../../../src/renderer/write/claim-marks.ts';
import { note } from '../../shared/coverage/noted.ts';

const notes = [note('CT-001', 'case-tracking', 'ada', 'Late discussions.')];
const marked = (doc: string, read = doc): EditorState =>
  EditorState.create({ doc, extensions: [claimMarks()] }).update({
    effects: markClaims.of(claimsOf('summary', read, notes)),
  }).state;
const words = (state: EditorState): readonly (readonly [string, string])[] =>
  markedClaims(state).map(({ from, to, concern }) => [state.sliceDoc(from, to), concern]);

describe('marks under sentences that rest on nothing', () => {
  it.each([
    [
      'cites nothing',
      'Calls are answered within a day.',
      [['Calls are answered within a day.', 'no-evidence']],
    ],
    ['cites a note', 'Calls are answered within a day [CT-001].', []],
    [
      'cites a note that is not here',
      'Calls are answered within a day [CT-009].',
      [['Calls are answered within a day [CT-009].', 'unknown-note']],
    ],
    ['is a heading', 'What we found', []],
  ])('where one %s', (_what, doc, expected) => {
    expect(words(marked(doc))).toEqual(expected);
  });

  it('are each of its own sentence, without the space before it', () => {
    const doc =
      'Calls are answered within a day [CT-001].  Plans have dates and names.\n\nVisits are made when due.';
    expect(words(marked(doc)).map(([sentence]) => sentence)).toEqual([
      'Plans have dates and names.',
      'Visits are made when due.',
    ]);
  });

  it('are not drawn over words that were typed since they were read', () => {
    expect(words(marked('Calls are never answered in time.', 'Calls are answered within a day.'))).toEqual(
      [],
    );
  });

  it('move with the text', () => {
    const state = marked('Plans have dates and names.').update({
      changes: { from: 0, insert: 'Here is a heading\n' },
    }).state;
    expect(words(state)).toEqual([['Plans have dates and names.', 'no-evidence']]);
  });
});
