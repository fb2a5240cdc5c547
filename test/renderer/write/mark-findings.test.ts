import { EditorState } from '@codemirror/state';
import { EditorView, type DecorationSet } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import {
  findingMarks,
  markStretches,
  placeIn,
  type MarkedStretch,
} from '../../../src/renderer/write/mark-findings.ts';

const text = 'Plans are very good. Visits are late.';
const stretch = (words: string, from = text.indexOf(words)): MarkedStretch => ({
  from,
  to: from + words.length,
  weight: 'suggestion',
  words,
});

/** The words that are underlined in an editor. */
function underlined(state: EditorState): readonly string[] {
  const words: string[] = [];
  for (const source of state.facet(EditorView.decorations)) {
    if (typeof source === 'function') continue;
    const set: DecorationSet = source;
    const at = set.iter();
    while (at.value !== null) {
      words.push(state.sliceDoc(at.from, at.to));
      at.next();
    }
  }
  return words;
}

const marked = (state: EditorState, ...stretches: MarkedStretch[]): EditorState =>
  state.update({ effects: markStretches.of(stretches) }).state;

describe('marks under what checks ask about', () => {
  const begun = EditorState.create({ doc: text, extensions: [findingMarks()] });

  it('stay under their words where a colleague’s words come before them', () => {
    const arrived = marked(begun, stretch('very good')).update({
      changes: { from: 0, insert: 'Children are heard. ' },
    }).state;
    expect(underlined(arrived)).toEqual(['very good']);
  });

  it.each([
    ['where they stood', text, ['very good']],
    ['where they stand now', `Children are heard. ${text}`, ['very good']],
    ['nowhere, where they are gone', 'Plans are weak. Visits are late.', []],
    ['nowhere, where they stand twice', 'So: very good help and very good plans.', []],
    ['nowhere, in a text that is shorter', 'Plans', []],
  ])('of an earlier text are drawn %s', (_where, now, expected) => {
    const arrived = EditorState.create({ doc: now, extensions: [findingMarks()] });
    expect(underlined(marked(arrived, stretch('very good')))).toEqual(expected);
  });

  it('are found for a question that somebody goes to', () => {
    expect(placeIn(stretch('late'), `Now: ${text}`)).toMatchObject({ from: 37, to: 41 });
    expect(placeIn(stretch('late'), 'Visits are timely.')).toBeNull();
  });
});
