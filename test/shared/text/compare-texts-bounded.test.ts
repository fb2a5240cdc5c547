import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { expectSound } from './soundness.ts';
import { leaders, type TextCase } from './text-cases.ts';

/** Words drawn by a fixed linear rule, so that the same text comes every time. */
function words(count: number, seed: number, of: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return `w${String(state % of)}`;
  }).join(' ');
}

function inParagraphs(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('\n\n');
}

/** Milliseconds of the processor, which do not grow with what else the machine does; ten times what the longest needs. */
const patience = 20_000;

describe('compareTexts stays bounded', () => {
  const large: readonly (Pick<TextCase, 'name' | 'before' | 'after'> & { readonly coarsened: boolean })[] = [
    {
      name: 'on two unlike texts of 5,000 words',
      before: inParagraphs(100, (index) => words(50, index + 1, 9000)),
      after: inParagraphs(100, (index) => words(50, index + 5001, 9000)),
      coarsened: false,
    },
    {
      name: 'on two unlike texts of 20,000 words, and says that it stopped short',
      before: inParagraphs(400, (index) => words(50, index + 1, 9000)),
      after: inParagraphs(400, (index) => words(50, index + 5001, 9000)),
      coarsened: true,
    },
    {
      name: 'on one huge unlike paragraph, and says that it stopped short',
      before: words(5000, 11, 300),
      after: words(5000, 77, 300),
      coarsened: true,
    },
    {
      name: 'on one huge unlike paragraph of 20,000 words, and says that it stopped short',
      before: words(20_000, 11, 300),
      after: words(20_000, 77, 300),
      coarsened: true,
    },
    {
      name: 'on forms that differ in a number each, in another order',
      before: inParagraphs(300, (index) => `Case ${String(index)} was seen in time and the plan is kept.`),
      after: inParagraphs(
        300,
        (index) => `Case ${String(300 + ((index * 7) % 300))} was seen in time and the plan is kept.`,
      ),
      coarsened: true,
    },
    {
      name: 'on letters without one space',
      before: 'a'.repeat(100_000),
      after: 'a'.repeat(100_001),
      coarsened: false,
    },
    {
      name: 'on signs without one word',
      before: '.!'.repeat(20_000),
      after: '!?'.repeat(20_000),
      coarsened: false,
    },
    {
      name: 'on 5,000 list items, half of them changed',
      before: Array.from({ length: 5000 }, (_, index) => `- point ${String(index)}`).join('\n'),
      after: Array.from({ length: 5000 }, (_, index) => `- point ${String(index + (index % 2) * 5000)}`).join(
        '\n',
      ),
      coarsened: false,
    },
  ];
  test.each(large)('$name', ({ before, after, coarsened }) => {
    const begun = process.cpuUsage();
    const comparison = compareTexts(before, after);
    const took = process.cpuUsage(begun).user / 1000;
    expectSound(comparison, before, after);
    expect(took).toBeLessThan(patience);
    expect(comparison.stats.coarsened).toBe(coarsened);
    expect(comparison.paragraphs.some((paragraph) => paragraph.coarsened)).toBe(coarsened);
  });

  test.each([
    {
      name: 'too many paragraphs between two anchors, each too short to move',
      before: inParagraphs(210, (index) => words(3, index + 1, 9000)),
      after: inParagraphs(210, (index) => words(3, index + 5001, 9000)),
    },
    {
      name: 'too many paragraphs that may have moved past an anchor',
      before: `${inParagraphs(210, (index) => words(10, index + 1, 9000))}\n\n${leaders}`,
      after: `${leaders}\n\n${inParagraphs(210, (index) => words(10, index + 5001, 9000))}`,
    },
  ])('and names what it did not hold against the other text: $name', ({ before, after }) => {
    const { paragraphs, stats } = compareTexts(before, after);
    const changed = paragraphs.filter(({ kind }) => kind !== 'same');
    expect(changed).toHaveLength(420);
    expect(changed.every(({ coarsened }) => coarsened)).toBe(true);
    expect(stats.coarsened).toBe(true);
  });

  test('and exact where little changed in one huge paragraph', () => {
    const before = words(5000, 11, 300);
    const after = before.split(' ').toSpliced(4000, 1, 'changed').toSpliced(1000, 1).join(' ');
    expect(compareTexts(before, after).stats).toMatchObject({ wordsChanged: 3, coarsened: false });
  });

  test('and exact on boilerplate of 20,000 words with one paragraph more', () => {
    const block = words(50, 3, 200);
    const before = inParagraphs(400, () => block);
    const after = inParagraphs(401, () => block);
    expect(compareTexts(before, after).stats).toMatchObject({ wordsChanged: 50, coarsened: false });
  });

  test('and exact on boilerplate too large to pair, edited at both ends', () => {
    const blocks = [words(50, 3, 200), words(50, 4, 200)];
    const body = Array.from({ length: 400 }, (_, index) => blocks[index % 2] ?? '');
    const edited = ['A first word.', ...body.toSpliced(200, 1), 'A last word.'];
    const { stats } = compareTexts(body.join('\n\n'), edited.join('\n\n'));
    expect(stats).toMatchObject({ wordsChanged: 56, coarsened: false });
  });

  test('and finds each of many moved paragraphs', () => {
    const all = Array.from({ length: 400 }, (_, index) => words(50, index + 1, 9000));
    const moved = all.filter((_, index) => index % 40 === 0);
    const after = [...all.filter((_, index) => index % 40 !== 0), ...moved];
    const { stats } = compareTexts(all.join('\n\n'), after.join('\n\n'));
    expect(stats).toMatchObject({ moved: 10, wordsChanged: 0, coarsened: false });
  });
});
