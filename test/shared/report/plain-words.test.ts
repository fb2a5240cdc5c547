import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords } from '../../../src/shared/report/plain-words.ts';

test.each([
  ['The  Impact of Leaders ', 'the impact of leaders'],
  ['Children’s “ofﬁce”¹', "children's “office”"],
  ['multi\uFFFEagency', 'multi-agency'],
])('%s is compared as %s', (printed, plain) => {
  expect(plainWords(printed)).toBe(plain);
});

test('a line in which nothing is to be taken apart reads as by all steps', () => {
  const line = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('A', 'b', ' ', '\t', '-', "'", '.') }),
  );
  fc.assert(
    fc.property(line, (text) => {
      // A soft hyphen, which is dropped, makes the line take every step.
      expect(plainWords(text)).toBe(plainWords(`${text}\u00AD`));
    }),
    { numRuns: 500 },
  );
});
