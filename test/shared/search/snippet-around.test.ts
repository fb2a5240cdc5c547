import { expect, it } from 'vitest';
import { snippetAround } from '../../../src/shared/search/snippet-around.ts';

const long = Array.from({ length: 60 }, (_, at) => `w${at}`).join(' ');
const marked = (text: string): string => text.replaceAll('\u0001', '[').replaceAll('\u0002', ']');

it.each<[string, string, readonly string[], boolean, string]>([
  [
    'marks each word found',
    'Plans and visits, plans again.',
    ['plans'],
    false,
    '[Plans] and visits, [plans] again.',
  ],
  ['marks the beginning of the last word', 'Plans and visits.', ['pla', 'vis'], true, 'Plans and [visits].'],
  ['finds words without their accents', 'A naïve café', ['naive', 'cafe'], false, 'A [naïve] [café]'],
  [
    'shows the words around the first',
    long,
    ['w30'],
    false,
    `…w24 w25 w26 w27 w28 w29 [w30] ${Array.from({ length: 15 }, (_, at) => `w${at + 31}`).join(' ')}…`,
  ],
  ['shows the beginning where nothing is found', 'One two.', ['three'], false, 'One two.'],
  ['shows an empty text as it is', '', ['three'], true, ''],
])('%s', (_name, text, wanted, open, expected) => {
  expect(marked(snippetAround(text, wanted, open))).toBe(expected);
});
