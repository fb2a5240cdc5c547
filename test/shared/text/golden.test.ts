import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectSound } from './soundness.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import type { Segment } from '../../../src/shared/text/segment.ts';

const root = join(import.meta.dirname, 'golden');
const folders = readdirSync(root);

/** A comparison as lines to read: the kind, the pair of a move, and the words with odd characters escaped. */
function told(segments: readonly Segment[], before: string, after: string, inset = ''): readonly string[] {
  return segments.flatMap((one) => {
    const range = one.after ?? one.before;
    const text = one.after === null ? before.slice(...(range ?? [0, 0])) : after.slice(...(range ?? [0, 0]));
    const shown = JSON.stringify(text).replaceAll(
      /\p{M}|[\u007F-\u00A0\u200B-\u200F\u2028-\u202E]/gu,
      (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const pair = one.pair === null ? '' : ` ${one.pair}`;
    return [`${inset}${one.kind}${pair} ${shown}`, ...told(one.edits ?? [], before, after, '  ')];
  });
}

describe('golden comparisons', () => {
  it('are fifty or more', () => {
    expect(folders.length).toBeGreaterThanOrEqual(50);
  });

  it.each(folders)('%s', async (name) => {
    const read = (file: string): string => readFileSync(join(root, name, file), 'utf8');
    const [before, after] = [read('before.txt'), read('after.txt')];
    const comparison = compareTexts(before, after);
    expectSound(comparison, before, after);
    const { wordsChanged, hunks, moved } = comparison.stats;
    const lines = [
      ...told(comparison.segments, before, after),
      `${wordsChanged} words changed, ${hunks} hunks, ${moved} moved`,
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(root, name, 'compared.txt'));
  });
});
