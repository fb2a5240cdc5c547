import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from './prose.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { findAnchor } from '../../../src/shared/text/find-anchor.ts';

const first = 'Strategy discussions are timely and most partners attend them.';
const second = 'Children are seen alone by their social workers, who know them well.';
const third = 'Supervision is regular, but its records rarely show how plans change.';
const before = [first, second, third].join('\n\n');

const quote = 'most partners attend them';

const cases: readonly (readonly [name: string, after: string, standing: string, words: string])[] = [
  ['stay where the text is the same', before, 'there', 'most partners attend them'],
  [
    'travel with a paragraph that moved',
    [second, third, first].join('\n\n'),
    'there',
    'most partners attend them',
  ],
  [
    'stay through a reflow',
    before.replace('most partners', 'most\npartners'),
    'there',
    'most\npartners attend them',
  ],
  [
    'are found where one word of them changed',
    before.replace('most partners', 'few partners'),
    'changed',
    'partners attend them',
  ],
  ['are gone where their paragraph is gone', [second, third].join('\n\n'), 'gone', ''],
  [
    'are gone where another sentence took their place',
    before.replace(first, 'Nobody looked into it.'),
    'gone',
    '',
  ],
];

describe('words that somebody commented on', () => {
  it.each(cases)('%s', (_name, after, standing, words) => {
    const anchor = findAnchor(quote, before, after, compareTexts(before, after));
    expect([anchor.standing, anchor.range === null ? '' : after.slice(...anchor.range).trim()]).toEqual([
      standing,
      words,
    ]);
  });

  it('are always there in the text they were taken from', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), (all, pick) => {
        const text = all.join('\n\n');
        const picked = all[pick % Math.max(1, all.length)] ?? '';
        fc.pre(/[\p{L}\p{N}]/u.test(picked));
        expect(findAnchor(picked, text, text, compareTexts(text, text)).standing).toBe('there');
      }),
    );
  });
});
