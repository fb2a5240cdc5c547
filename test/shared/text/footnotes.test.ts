import { expect, it } from 'vitest';
import { footnoteParts, withoutFootnotes, writtenFootnote } from '../../../src/shared/text/footnotes.ts';

it.each([
  ['Plain.', [{ text: 'Plain.' }]],
  ['', [{ text: '' }]],
  ['Wait[footnote: Nine days.] now.', [{ text: 'Wait' }, { note: 'Nine days.' }, { text: ' now.' }]],
  ['[Footnote:  Nine  ]', [{ note: 'Nine' }]],
  ['A[footnote: B][footnote: C]', [{ text: 'A' }, { note: 'B' }, { note: 'C' }]],
  ['A[footnote: [2 words withheld] left]', [{ text: 'A' }, { note: '[2 words withheld] left' }]],
  ['Never closed [footnote: B', [{ text: 'Never closed [footnote: B' }]],
  ['Empty [footnote: ] one', [{ text: 'Empty [footnote: ] one' }]],
])('stand apart from the text that calls them: %s', (text, parts) => {
  expect(footnoteParts(text)).toEqual(parts);
});

it('leave a text without them, or with as many other signs in their place', () => {
  const text = `Wait${writtenFootnote('Nine.')} now.`;
  expect(withoutFootnotes(text)).toBe('Wait now.');
  expect(withoutFootnotes(text, ' ')).toHaveLength(text.length);
});
