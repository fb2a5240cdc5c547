import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectSound } from './soundness.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { segmentsOf, statsOf, type Segment } from '../../../src/main/commands/comparison-as-json.ts';

const root = join(import.meta.dirname, 'golden');
const folders = readdirSync(root);

/** A comparison as lines to read: the kind, the pair of a move, and the words with odd characters escaped. */
function linesOf(segments: readonly Segment[], before: string, after: string, inset = ''): readonly string[] {
  return segments.flatMap((segment) => {
    const range = segment.after ?? segment.before;
    const text =
      segment.after === null ? before.slice(...(range ?? [0, 0])) : after.slice(...(range ?? [0, 0]));
    const shown = JSON.stringify(text).replaceAll(
      /\p{M}|[\u007F-\u00A0\u200B-\u200F\u2028-\u202E]/gu,
      (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const pair = segment.pair === null ? '' : ` ${segment.pair}`;
    return [`${inset}${segment.kind}${pair} ${shown}`, ...linesOf(segment.edits ?? [], before, after, '  ')];
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
    const { wordsChanged, hunks, moved } = statsOf(comparison.stats);
    const lines = [
      ...linesOf(segmentsOf(comparison), before, after),
      `${wordsChanged} words changed, ${hunks} hunks, ${moved} moved`,
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(root, name, 'compared.txt'));
  });
});
