import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../src/main/commands/comparison-as-json.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { anyTexts, laidOut, paragraphs, reflows, revisions } from './prose.ts';
import { expectSound, undirected } from './soundness.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** All that is not white space. */
function signs(text: string): string {
  return text.replaceAll(/[^\S\uFEFF]+/gu, '');
}

describe('any comparison', () => {
  test('covers both texts, tells the truth about each stretch and rebuilds the text after, on generated prose', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        expectSound(compareTexts(before, after), before, after);
        expectSound(compareTexts(after, before), after, before);
      }),
      { numRuns: 400 },
    );
  });

  test('does so on texts of any characters', () => {
    fc.assert(
      fc.property(anyTexts, ([before, after]) => {
        expectSound(compareTexts(before, after), before, after);
      }),
      { numRuns: 1500 },
    );
  });

  test('says the same in both directions', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const [there, back] = [compareTexts(before, after), compareTexts(after, before)];
        expect(undirected(back, true)).toEqual(undirected(there, false));
        const { wordsBefore, wordsAfter, ...rest } = there.stats;
        expect(back.stats).toEqual({ ...rest, wordsBefore: wordsAfter, wordsAfter: wordsBefore });
      }),
      { numRuns: 400 },
    );
  });

  test('says the same in both directions where a few words recur in one paragraph', () => {
    const line = fc
      .array(fc.constantFrom('all', 'most', 'some', 'few'), { minLength: 8, maxLength: 24 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(line, line, (before, after) => {
        const [there, back] = [compareTexts(before, after), compareTexts(after, before)];
        expect(undirected(back, true)).toEqual(undirected(there, false));
      }),
      { numRuns: 1000 },
    );
  });

  test('of a text with itself shows no change', () => {
    fc.assert(
      fc.property(anyTexts, revisions, ([odd], [prose]) => {
        for (const text of [odd, prose]) {
          const { paragraphs, stats } = compareTexts(text, text);
          expect(paragraphs.every(({ kind }) => kind === 'same')).toBe(true);
          expect(stats).toMatchObject({ wordsChanged: 0, changes: 0, moved: 0, coarsened: false });
          expect(stats.wordsAfter).toBe(stats.wordsBefore);
        }
      }),
    );
  });

  test('of one prose in two layouts shows no change', () => {
    fc.assert(
      fc.property(reflows, ([before, after]) => {
        const { paragraphs, stats } = compareTexts(before, after);
        expectSound({ paragraphs, stats }, before, after);
        expect(paragraphs.every(({ kind }) => kind === 'same')).toBe(true);
        expect(stats).toMatchObject({ wordsChanged: 0, changes: 0, moved: 0 });
      }),
      { numRuns: 400 },
    );
  });

  test('never marks more words than the two texts hold, and marks some where words differ', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const { stats } = compareTexts(before, after);
        expect(stats.wordsChanged).toBeLessThanOrEqual(stats.wordsBefore + stats.wordsAfter);
        if (stats.wordsBefore !== stats.wordsAfter) expect(stats.wordsChanged).toBeGreaterThan(0);
        if (signs(before) !== signs(after)) expect(stats.changes).toBeGreaterThan(0);
      }),
    );
  });

  test('never parts what is drawn as one character', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const bounds = [before, after].map(
          (text) => new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length)),
        );
        for (const segment of segmentsOf(compareTexts(before, after))) {
          for (const edge of segment.before ?? []) expect(bounds[0]?.has(edge)).toBe(true);
          for (const edge of segment.after ?? []) expect(bounds[1]?.has(edge)).toBe(true);
        }
      }),
    );
  });
});

describe('the paragraphs to draw', () => {
  test('hold every word of both texts once, moved ones at both places', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const { paragraphs: compared } = compareTexts(before, after);
        const drawn = (kinds: readonly string[], omit: string): string =>
          compared
            .filter(({ kind }) => !kinds.includes(kind))
            .flatMap(({ words }) => words.filter(({ kind }) => kind !== omit))
            .map(({ text }) => text)
            .join('')
            .replaceAll(/[\s\uFEFF]+/gu, '');
        expect(drawn(['removed', 'moved-from'], 'removed')).toBe(after.replaceAll(/[\s\uFEFF]+/gu, ''));
        expect(drawn(['added', 'moved-to'], 'added')).toBe(before.replaceAll(/[\s\uFEFF]+/gu, ''));
      }),
    );
  });

  test('number the paragraphs of each text in order', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (one, other) => {
        const plain = { gap: '\n\n', width: 9999, start: '', end: '' };
        const { paragraphs: compared } = compareTexts(laidOut(one, plain), laidOut(other, plain));
        const numbers = (side: 'before' | 'after', omit: string): readonly number[] =>
          compared.flatMap((paragraph) => (paragraph.kind === omit ? [] : (paragraph[side]?.number ?? [])));
        const [after, before] = [numbers('after', 'moved-from'), numbers('before', 'moved-to')];
        expect(after).toEqual(other.map((_, index) => index + 1));
        expect(before).toEqual(one.map((_, index) => index + 1));
      }),
    );
  });
});
