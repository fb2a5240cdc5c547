import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
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
  for (const { kind, words } of compareTexts(before, after).paragraphs) {
    if (kind === 'same') {
      same += 1;
      continue;
    }
    flush();
    const marked = kind === 'changed' || kind === 'moved-to';
    const text = words.map((stretch) => {
      if (!marked || stretch.kind === 'same') return stretch.text;
      return stretch.kind === 'added' ? `[+${stretch.text}+]` : `[-${stretch.text}-]`;
    });
    lines.push(`${signs[kind]} ${text.join('')}`);
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
    const { paragraphs } = compareTexts(
      [partners, health, leaders, carers].join('\n\n'),
      [health, leaders, carers, partners.replace('whom', 'who')].join('\n\n'),
    );
    const moves = paragraphs.filter(({ kind }) => kind.startsWith('moved'));
    expect(moves.map(({ kind, before, after }) => [kind, before?.number, after?.number])).toEqual([
      ['moved-from', 1, 4],
      ['moved-to', 1, 4],
    ]);
  });

  test('its figures', () => {
    const before = [partners, health, leaders].join('\n\n');
    const after = [health.replace('always', 'often'), leaders, partners, carers].join('\n\n');
    expect(compareTexts(before, after).stats).toEqual({
      wordsBefore: 55,
      wordsAfter: 70,
      wordsChanged: 17,
      changes: 3,
      moved: 1,
      coarsened: false,
    });
  });
});
