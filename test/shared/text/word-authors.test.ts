import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorsWordByWord } from './authors-word-by-word.ts';
import { anyTexts, revisions } from './prose.ts';
import { compareWithAuthors, type TextVersion } from '../../../src/shared/text/word-authors.ts';

/** Milliseconds of the processor; several times what is needed, and a small part of what a square would take. */
const patience = 10_000;
const version = (record: string, over: string[], text: string): TextVersion => ({ record, over, text });

/** What is marked between the first text and the last, as "word(s) by record". */
function marked(before: TextVersion, versions: readonly TextVersion[]): readonly string[] {
  const after = versions.at(-1)?.text ?? before.text;
  return compareWithAuthors(before.text, after, { before, versions }).paragraphs.flatMap(({ words }) =>
    words.flatMap(({ kind, by = [] }) =>
      by.map(
        ({ text, by: author }) => `${kind} ${text.trim().replaceAll(/\s+/g, ' ')} by ${author ?? 'nobody'}`,
      ),
    ),
  );
}

const start = version('a', [], 'Visits are timely. Plans for children are clear.');

describe('who changed which words', () => {
  it.each<[string, readonly TextVersion[], readonly string[]]>([
    ['nobody where nothing was written', [], []],
    [
      'each of two who wrote one after the other',
      [
        version('b', ['a'], 'Visits are often timely. Plans for children are clear.'),
        version('c', ['b'], 'Visits are often timely. Plans for children are clear and current.'),
      ],
      ['added often by b', 'added and current by c'],
    ],
    [
      'both inside one stretch that reads as one',
      [
        version('b', ['a'], 'Visits are timely. Plans for children are clear and current.'),
        version('c', ['b'], 'Visits are timely. Plans for children are clear and current in all teams seen.'),
      ],
      ['added and current by b', 'added in all teams seen by c'],
    ],
    [
      'whoever took the words out, not who wrote last',
      [
        version('b', ['a'], 'Visits are timely.'),
        version('c', ['b'], 'Visits are timely. Supervision is regular.'),
      ],
      ['removed Plans for children are clear by b', 'added Supervision is regular by c'],
    ],
    [
      'the author on either side of a merge, and not who merged',
      [
        version('b', ['a'], 'Visits are often timely. Plans for children are clear.'),
        version('c', ['a'], 'Visits are timely. Plans for children are clear and current.'),
        version('m', ['b', 'c'], 'Visits are often timely. Plans for children are clear and current.'),
      ],
      ['added often by b', 'added and current by c'],
    ],
    [
      'nobody new for a layout that changed',
      [version('b', ['a'], 'Visits are timely.\nPlans for children\nare clear.')],
      [],
    ],
  ])('is %s', (_name, versions, expected) => {
    expect(marked(start, versions)).toEqual(expected);
  });

  it('keeps the words of a moved paragraph with whoever wrote them', () => {
    const first = 'The first paragraph tells of the front door and of how referrals are screened.';
    const second = 'The second paragraph tells of care leavers and of their homes in the city.';
    const texts = [first, second];
    const grown = version('b', ['a'], [`${first} It is quick.`, second].join('\n\n'));
    const turned = version('c', ['b'], [second, `${first} It is quick.`].join('\n\n'));
    expect(marked(version('a', [], texts.join('\n\n')), [grown, turned])).toEqual([
      'added It is quick. by b',
    ]);
  });

  it('is, by numbers, what following each word by itself says, over merges and odd characters', () => {
    const text = fc.oneof(
      revisions.map(([before]) => before),
      anyTexts.map(([before]) => before),
      fc
        .array(fc.constantFrom('plans are late.', 'ok.', 'children 👩🏽‍🦰', 'cafe\u0301s', 'a \u00a0'), {
          maxLength: 12,
        })
        .map((all) => all.join('\n\n')),
    );
    const written = fc.record({ text, over: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }) });
    fc.assert(
      fc.property(text, fc.array(written, { minLength: 1, maxLength: 5 }), (first, all) => {
        const before = version('r0', [], first);
        const versions = all.map(({ text: own, over }, at) =>
          version(`r${at + 1}`, [...new Set(over.map((earlier) => `r${earlier % (at + 1)}`))], own),
        );
        const after = versions.at(-1)?.text ?? '';
        const history = { before, versions };
        expect(compareWithAuthors(before.text, after, history)).toEqual(
          authorsWordByWord(before.text, after, history),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is found in ten texts of many repeated paragraphs at a cost that grows as they do', () => {
    let state = 7;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    let paragraphs = Array.from({ length: 12_500 }, () => 'Seen it.');
    const before = version('r0', [], paragraphs.join('\n\n'));
    const versions = Array.from({ length: 10 }, (_, at) => {
      paragraphs = paragraphs.map((paragraph) => (random() < 0.02 ? `Seen by ${at}.` : paragraph));
      return version(`r${at + 1}`, [`r${at}`], paragraphs.join('\n\n'));
    });
    const begun = process.cpuUsage();
    const all = marked(before, versions);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(patience);
    expect(all.some((words) => words.endsWith('by r10'))).toBe(true);
  });

  it('covers every marked word with its stretches, whatever was written', () => {
    const prose = fc
      .array(fc.constantFrom('visits', 'plans', 'are', 'late', 'timely', 'children', '.', '\n\n'), {
        maxLength: 40,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(prose, { minLength: 2, maxLength: 5 }), (texts) => {
        const [before, ...versions] = texts.map((text, at) =>
          version(`r${at}`, at === 0 ? [] : [`r${at - 1}`], text),
        );
        if (before === undefined) return;
        const after = versions.at(-1)?.text ?? '';
        for (const { words } of compareWithAuthors(before.text, after, { before, versions }).paragraphs)
          for (const { kind, text, by = [] } of words)
            if (kind !== 'same' && text.trim() !== '')
              expect(by.map((authored) => authored.text).join('')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
