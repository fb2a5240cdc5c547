import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { hunksOf } from '../../../src/shared/text/hunks.ts';
import { expectSound } from './soundness.ts';
import { carers, health, leaders, partners, textCases } from './text-cases.ts';

/** Each paragraph as one line: "- gone", "+ new", "~ in [-old-] [+new+] words", "< left", "> arrived"; "= 2" unchanged. */
function drawn(before: string, after: string): readonly string[] {
  const lines: string[] = [];
  let same = 0;
  const flush = (): void => {
    if (same > 0) lines.push(`= ${String(same)}`);
    same = 0;
  };
  const signs = { changed: '~', added: '+', removed: '-', 'moved-from': '<', 'moved-to': '>' } as const;
  for (const hunk of hunksOf(before, after)) {
    if (hunk.kind === 'unchanged') {
      same += 1;
      continue;
    }
    flush();
    const marked = hunk.kind === 'changed' || hunk.kind === 'moved-to';
    const text = hunk.pieces.map((piece) => {
      if (!marked || piece.kind === 'same') return piece.text;
      return piece.kind === 'ins' ? `[+${piece.text}+]` : `[-${piece.text}-]`;
    });
    lines.push(`${signs[hunk.kind]} ${text.join('')}`);
  }
  flush();
  return lines;
}

describe('compareTexts shows', () => {
  test.each(textCases)('$name', ({ before, after, shows, words }) => {
    const comparison = compareTexts(before, after);
    expectSound(comparison, before, after);
    expectSound(compareTexts(after, before), after, before);
    expect(drawn(before, after)).toEqual(shows);
    expect(comparison.stats.wordsChanged).toBe(words);
    expect(comparison.stats.coarsened).toBe(false);
  });

  test('both places of a move, joined and numbered', () => {
    const hunks = hunksOf(
      [partners, health, leaders, carers].join('\n\n'),
      [health, leaders, carers, partners.replace('whom', 'who')].join('\n\n'),
    );
    const moves = hunks.filter((hunk) => hunk.pair !== null);
    expect(moves.map(({ kind, before, after, pair }) => ({ kind, before, after, pair }))).toEqual([
      { kind: 'moved-from', before: 1, after: 4, pair: 1 },
      { kind: 'moved-to', before: 1, after: 4, pair: 1 },
    ]);
  });

  test('its figures', () => {
    const before = [partners, health, leaders].join('\n\n');
    const after = [health.replace('always', 'often'), leaders, partners, carers].join('\n\n');
    expect(compareTexts(before, after).stats).toEqual({
      wordsBefore: 55,
      wordsAfter: 70,
      wordsChanged: 17,
      hunks: 3,
      moved: 1,
      coarsened: false,
    });
  });
});
