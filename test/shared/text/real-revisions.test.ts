import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { expectSound, undirected } from './soundness.ts';

const file = new URL('../../../../shared/data/revisions.json', import.meta.url);
const present = existsSync(file);
const pairsSchema = z.array(z.object({ id: z.string(), before: z.string(), after: z.string() }));

const pairs = present ? pairsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

if (!present) console.warn('The real revisions are absent (../shared/data): comparing them was not tested.');

test('the real revisions are there, all of them, or it is said that they are not', () => {
  expect(pairs).toHaveLength(present ? 70 : 0);
});

describe.runIf(present)('each pair of real revisions', () => {
  test.each(pairs)('$id is compared soundly and by word, both ways', ({ before, after }) => {
    const [there, back] = [compareTexts(before, after), compareTexts(after, before)];
    expectSound(there, before, after);
    expectSound(back, after, before);
    expect(undirected(back, true)).toEqual(undirected(there, false));
    expect(there.stats.coarsened).toBe(false);
    expect(there.stats.changes).toBeGreaterThan(0);
    expect(compareTexts(after, after).stats.changes).toBe(0);
  });

  test('wrapped at another width shows no change', () => {
    for (const { after } of pairs) {
      const wrapped = after.replaceAll(/(?<=[\p{L},] )(?=\p{L}{5})/gu, '\n');
      const comparison = compareTexts(after, wrapped);
      expectSound(comparison, after, wrapped);
      expect(comparison.stats).toMatchObject({ wordsChanged: 0, changes: 0 });
    }
  });
});
