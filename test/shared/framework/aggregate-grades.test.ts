import { describe, expect, it } from 'vitest';
import { aggregateGrades } from '../../../src/shared/framework/aggregate-grades.ts';
import type { Aggregation } from '../../../src/shared/framework/framework-schema.ts';
import { area, fourPoint, sketch } from './fourteen-schemes/sketch.ts';

const letters: { readonly [letter: string]: string } = {
  O: 'outstanding',
  G: 'good',
  R: 'requires-improvement',
  I: 'inadequate',
};

/** Grades, one letter each. */
function lettersOf(parts: string): readonly string[] {
  return parts.match(/./gu) ?? [];
}

/** What a way of reading makes of parts, one letter each; "-" is not graded yet. */
function reading(how: Aggregation['how'], parts: string) {
  const ids = lettersOf(parts).map((_letter, at) => `part-${at}`);
  const framework = sketch({
    id: 'parts',
    title: 'Parts',
    scales: [fourPoint],
    areas: [...ids.map((id) => area(id)), area('overall', { kind: 'overall', after: ids })],
    aggregations: [{ area: 'overall', from: ids, how }],
  });
  const grades = Object.fromEntries(
    lettersOf(parts).flatMap((letter, at) =>
      letters[letter] === undefined ? [] : [[`part-${at}`, letters[letter]]],
    ),
  );
  const [finding] = aggregateGrades(framework, grades);
  if (finding === undefined) throw new Error('one aggregation, one finding');
  return finding;
}

function bands(round: 'down' | 'nearest'): Aggregation['how'] {
  return {
    mode: 'bands',
    round,
    points: fourPoint.grades.map(({ id }, at) => ({ grade: id, points: 3 - at })),
    bands: [
      { grade: 'good', fromPercent: 67 },
      { grade: 'inadequate', fromPercent: 0 },
      { grade: 'outstanding', fromPercent: 100 },
    ],
  };
}

describe('the lower median takes the worse of the two in the middle, whatever the order', () => {
  it.each([
    ['O', 'O'],
    ['OG', 'G'],
    ['OGR', 'G'],
    ['OOGG', 'G'],
    ['OOOR', 'O'],
    ['GGRR', 'R'],
    ['RRGG', 'R'],
    ['IGOG', 'G'],
    ['IIII', 'I'],
  ])('%s: %s', (parts, expected) => {
    expect(reading({ mode: 'lower-median' }, parts).grade).toBe(letters[expected]);
    expect(reading({ mode: 'lower-median' }, lettersOf(parts).toReversed().join('')).grade).toBe(
      letters[expected],
    );
  });
});

describe('a secure fit is the worst of its parts', () => {
  it.each([
    ['OOO', 'O'],
    ['OOG', 'G'],
    ['OIG', 'I'],
  ])('%s: %s', (parts, expected) => {
    expect(reading({ mode: 'secure-fit' }, parts).grade).toBe(letters[expected]);
  });
});

describe('bands', () => {
  it.each([
    // GGG is 66.67 %, OOG 88.89 %.
    ['down', 'GGG', 'I'],
    ['nearest', 'GGG', 'G'],
    ['down', 'OOO', 'O'],
    ['nearest', 'OOG', 'G'],
    ['nearest', 'III', 'I'],
  ] as const)('%s, %s: %s', (round, parts, expected) => {
    expect(reading(bands(round), parts).grade).toBe(letters[expected]);
  });

  it('a half goes up where the nearest is taken', () => {
    const half: Aggregation['how'] = {
      mode: 'bands',
      round: 'nearest',
      points: fourPoint.grades.map(({ id }, at) => ({
        grade: id,
        points: at === 0 ? 200 : at === 1 ? 125 : 0,
      })),
      bands: [
        { grade: 'good', fromPercent: 63 },
        { grade: 'inadequate', fromPercent: 0 },
      ],
    };
    expect(reading(half, 'G').grade).toBe('good');
    expect(reading({ ...half, round: 'down' }, 'G').grade).toBe('inadequate');
  });
});

describe('counts', () => {
  const how: Aggregation['how'] = {
    mode: 'counts',
    rules: [
      { grade: 'inadequate', needs: [{ grades: ['inadequate'], atLeast: 2 }] },
      { grade: 'good', needs: [{ grades: ['requires-improvement', 'inadequate'], atLeast: 0, atMost: 1 }] },
    ],
  };

  it.each([
    ['IIG', 'I'],
    ['IGG', 'G'],
    ['GGG', 'G'],
  ])('%s: the first rule whose counts hold gives %s', (parts, expected) => {
    expect(reading(how, parts).grade).toBe(letters[expected]);
  });

  it('no rule that holds gives no grade, and says so', () => {
    expect(reading(how, 'RRG')).toMatchObject({
      grade: null,
      sentence:
        'overall: the framework’s rule names no grade for these parts (part 0: Requires improvement to be good; part 1: Requires improvement to be good; part 2: Good). It would point to Good if part 0 were Good. People set the grade.',
    });
  });
});

describe('what it tells', () => {
  it('names what is not graded yet, and no grade', () => {
    expect(reading({ mode: 'lower-median' }, 'G-O')).toEqual({
      area: 'overall',
      grade: null,
      sentence: 'overall: nothing can be said until these are graded: part 1.',
    });
  });

  it.each(['none', 'best-fit'] as const)('%s leaves the whole to judgment', (mode) => {
    expect(reading({ mode }, 'GG')).toMatchObject({
      grade: null,
      sentence: 'overall: this framework leaves the whole to judgment.',
    });
  });

  it('calls a reading a pattern and not a judgment', () => {
    expect(reading({ mode: 'lower-median' }, 'GGR').sentence).toBe(
      'overall: the parts taken together point to Good (part 0: Good; part 1: Good; part 2: Requires improvement to be good). It would point to Requires improvement to be good if part 0 were Requires improvement to be good. This is a pattern and not a judgment; people set the grade.',
    );
  });
});
