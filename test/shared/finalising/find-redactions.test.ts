import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/shared/finalising/passages.ts';
import { findRedactions } from '../../../src/shared/finalising/find-redactions.ts';

const reason = 'Names a family';

/** A text with [] around what is taken out. */
function taken(text: string, ...terms: string[]): string {
  const found = findRedactions(
    [{ field: 'narrative/summary', text }],
    terms.map((term) => ({ term, reason })),
  );
  return wordsOf(text)
    .map((word, at) =>
      found.some((redaction) => at >= redaction.from && at < redaction.from + redaction.words)
        ? `[${word.trim()}]`
        : word.trim(),
    )
    .join(' ');
}

describe('words to be taken out', () => {
  it.each([
    ['as words and not inside others', 'Ann wrote the Annual plan.', ['Ann'], '[Ann] wrote the Annual plan.'],
    ['whatever their case', 'ANN and ann', ['Ann'], '[ANN] and [ann]'],
    ['with the signs around them', 'He said: “Ann!”', ['Ann'], 'He said: [“Ann!”]'],
    ['as a possessive', "Ann’s plan, Ann's plan", ['Ann'], "[Ann’s] plan, [Ann's] plan"],
    ['joined to another word', 'Ann/Bob, Ann-Marie and (Bob)', ['Ann'], '[Ann/Bob,] [Ann-Marie] and (Bob)'],
    ['of several words, across a line’s end', 'Mrs\nTennow came', ['Mrs Tennow'], '[Mrs] [Tennow] came'],
    ['of several words only together', 'Mrs Smith and Tennow', ['Mrs Tennow'], 'Mrs Smith and Tennow'],
    ['several terms at once', 'Ann met Bob', ['Ann', 'Bob'], '[Ann] met [Bob]'],
    ['not at all where a term has no word in it', 'Ann – here', ['–', ' '], 'Ann – here'],
  ])('are found %s', (_how, text, terms, expected) => {
    expect(taken(text, ...terms)).toBe(expected);
  });

  it('leave no whole word of a term behind, wherever it stands', () => {
    const word = fc.constantFrom('Ann', 'ann,', '“Ann”', 'Annual', 'Bob/Ann', 'the', 'of', 'Ann’s', '(ANN)');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const left = taken(words.join(' '), 'Ann').replaceAll(/\[[^\]]*\]/gu, '');
        expect(left).not.toMatch(/(?<!\p{L})ann(?!\p{L})/iu);
      }),
    );
  });
});
