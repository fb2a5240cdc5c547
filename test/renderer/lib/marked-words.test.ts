import { expect, it } from 'vitest';
import { markedParts } from '../../../src/renderer/lib/marked-words.ts';

it.each([
  ['Three care leavers had a plan', 'care leav', 'Three [care leav]ers had a plan'],
  ['Leavers of care', 'care leav', '[Leav]ers of [care]'],
  ['Café records', 'cafe', '[Café] records'],
  ['The careful scar', 'car', 'The [car]eful scar'],
  ['The scare', 'car', 'The s[car]e'],
  ['The band', 'an', 'The band'],
  ['Seen (again)', '(', 'Seen (again)'],
  ['“a phrase” said', '"phrase"', '“a [phrase]” said'],
  ['Nothing of it', '', 'Nothing of it'],
])('in “%s” the words “%s” are marked', (text, words, marked) => {
  const said = markedParts(text, words).map((part) => (part.found ? `[${part.text}]` : part.text));
  expect(said.join('')).toBe(marked);
});
