import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../../src/shared/domain/comparison/compare-texts.ts';
import { hunksOf } from '../../../../src/shared/domain/comparison/hunks.ts';
import { expectSound } from './soundness.ts';

const partners =
  'Partners told inspectors that they value the daily meeting and know whom to call. Police attend most days.';
const health =
  'Strategy discussions do not always include health. In a number of cases plans were made without the school nurse.';
const leaders =
  'Leaders know their services well and have acted on what the last inspection found, though slowly in places.';
const carers =
  'Foster carers feel well supported by their supervising social workers and training meets their needs.';

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

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly shows: readonly string[];
  readonly words: number;
}

const cases: readonly Case[] = [
  { name: 'two empty texts', before: '', after: '', shows: [], words: 0 },
  { name: 'a first draft', before: '', after: 'Good practice.', shows: ['+ Good practice.'], words: 2 },
  {
    name: 'everything taken out',
    before: 'Good practice.',
    after: '',
    shows: ['- Good practice.'],
    words: 2,
  },
  {
    name: 'one word changed',
    before: health,
    after: health.replace('always', 'often'),
    shows: [`~ ${health.replace('always', '[-always-][+often+]')}`],
    words: 2,
  },
  {
    name: 'a negation taken out, alone and plainly',
    before: health,
    after: health.replace(' not', ''),
    shows: [`~ ${health.replace(' not ', ' [-not -]')}`],
    words: 1,
  },
  {
    name: 'punctuation alone, which counts no words and still shows',
    before: leaders,
    after: leaders.replace('found,', 'found;'),
    shows: [`~ ${leaders.replace('found,', 'found[-,-][+;+]')}`],
    words: 0,
  },
  {
    name: 'two changes around one equal word as one change',
    before: 'The help that children get early is seldom good enough for those most in need of it.',
    after: 'The help that children get early is often very enough for those most in need of it.',
    shows: [
      '~ The help that children get early is [-seldom good-][+often very+] enough for those most in need of it.',
    ],
    words: 4,
  },
  {
    name: 'a scrap of two words between changes read as part of them',
    before: 'When risk rises managers decide on the plan in a week and record why they chose to do so.',
    after: 'When risk rises leaders decide on each plan in a week and record why they chose to do so.',
    shows: [
      '~ When risk rises [-managers decide on the-][+leaders decide on each+] plan in a week and record why they chose to do so.',
    ],
    words: 8,
  },
  {
    name: 'three equal words between changes left standing',
    before: 'When risk rises managers decide soon on the plan in a week and record why they chose to do so.',
    after: 'When risk rises leaders decide soon on each plan in a week and record why they chose to do so.',
    shows: [
      '~ When risk rises [-managers-][+leaders+] decide soon on [-the-][+each+] plan in a week and record why they chose to do so.',
    ],
    words: 4,
  },
  {
    name: 'a paragraph added between others',
    before: `${health}\n\n${leaders}`,
    after: `${health}\n\n${carers}\n\n${leaders}`,
    shows: ['= 1', `+ ${carers}`, '= 1'],
    words: 15,
  },
  {
    name: 'a paragraph taken out',
    before: `${health}\n\n${carers}\n\n${leaders}`,
    after: `${health}\n\n${leaders}`,
    shows: ['= 1', `- ${carers}`, '= 1'],
    words: 15,
  },
  {
    name: 'a paragraph replaced by another',
    before: `${health}\n\n${carers}\n\n${leaders}`,
    after: `${health}\n\n${partners}\n\n${leaders}`,
    shows: ['= 1', `- ${carers}`, `+ ${partners}`, '= 1'],
    words: 33,
  },
  {
    name: 'the same words in another order, shown as rewritten',
    before: 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu',
    after: 'mu lambda kappa iota theta eta zeta epsilon delta gamma beta alpha',
    shows: [
      '~ [-alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu-][+mu lambda kappa iota theta eta zeta epsilon delta gamma beta alpha+]',
    ],
    words: 24,
  },
  {
    name: 'few words kept of many, shown as rewritten',
    before: 'a b c d e f g h they see children alone often i j k l m n o p',
    after: 'h g f e d c b a they see children alone often p o n m l k j i',
    shows: [
      '~ [-a b c d e f g h they see children alone often i j k l m n o p-][+h g f e d c b a they see children alone often p o n m l k j i+]',
    ],
    words: 42,
  },
  {
    name: 'a moved paragraph as a move, and no words',
    before: [partners, health, leaders, carers].join('\n\n'),
    after: [health, leaders, carers, partners].join('\n\n'),
    shows: [`< ${partners}`, '= 3', `> ${partners}`],
    words: 0,
  },
  {
    name: 'a moved paragraph with an edit inside as a move with that edit',
    before: [partners, health, leaders, carers].join('\n\n'),
    after: [health, leaders, carers, partners.replace('whom', 'who')].join('\n\n'),
    shows: [`< ${partners}`, '= 3', `> ${partners.replace('whom', '[-whom-][+who+]')}`],
    words: 2,
  },
  {
    name: 'a moved paragraph though one much like it stands at its old place',
    before: [partners, health, leaders, carers].join('\n\n'),
    after: [partners.replace('most days', 'seldom now'), health, leaders, carers, partners].join('\n\n'),
    shows: [`< ${partners}`, `+ ${partners.replace('most days', 'seldom now')}`, '= 3', `> ${partners}`],
    words: 18,
  },
  {
    name: 'a moved heading as taken out and added: it is too short to say',
    before: ['Health', partners, leaders].join('\n\n'),
    after: [partners, leaders, 'Health'].join('\n\n'),
    shows: ['- Health', '= 2', '+ Health'],
    words: 2,
  },
  {
    name: 'a paragraph that stands twice and moves is not guessed at',
    before: [partners, partners, health, leaders, carers].join('\n\n'),
    after: [health, leaders, carers, partners, partners].join('\n\n'),
    shows: [`- ${partners}`, `- ${partners}`, '= 3', `+ ${partners}`, `+ ${partners}`],
    words: 72,
  },
  {
    name: 'one of two like paragraphs taken out',
    before: [partners, health, partners].join('\n\n'),
    after: [health, partners].join('\n\n'),
    shows: [`- ${partners}`, '= 2'],
    words: 18,
  },
  {
    name: 'boilerplate repeated, with one paragraph more',
    before: Array.from({ length: 30 }, () => carers).join('\n\n'),
    after: Array.from({ length: 31 }, () => carers).join('\n\n'),
    shows: ['= 30', `+ ${carers}`],
    words: 15,
  },
  {
    name: 'one paragraph wrapped anew',
    before: partners,
    after: partners.replaceAll(' they', '\nthey').replaceAll('. ', '.\r\n  '),
    shows: ['= 1'],
    words: 0,
  },
  {
    name: 'a line that happens to begin with a dash or a number after wrapping',
    before: `${leaders} Support lasts to the age of 25. It is – mostly – good.`,
    after: `${leaders} Support lasts to the age of\n25. It is\n– mostly\n– good.`,
    shows: ['= 1'],
    words: 0,
  },
  {
    name: 'wider gaps between paragraphs',
    before: `${health}\n\n${leaders}`,
    after: `\n${health}\n\n\n \n${leaders}\n`,
    shows: ['= 2'],
    words: 0,
  },
  {
    name: 'list items one by one',
    before: 'The council should:\n- see children alone\n- record decisions\n- tell partners',
    after: 'The council should:\n- see children alone\n- record decisions on the day\n- tell partners',
    shows: ['= 2', '~ - record decisions[+ on the day+]', '= 1'],
    words: 3,
  },
  {
    name: 'a zero-width space put into a word, which is no white space',
    before: 'Help for families is inadequate in too many cases.',
    after: 'Help for families is inade\u200Bquate in too many cases.',
    shows: ['~ Help for families is [-inadequate-][+inade\u200Bquate+] in too many cases.'],
    words: 3,
  },
  {
    name: 'a byte order mark at the end, which nobody sees and is no white space',
    before: carers,
    after: `${carers}\uFEFF`,
    shows: [`~ ${carers}[+\uFEFF+]`],
    words: 0,
  },
  {
    name: 'a space made non-breaking',
    before: 'Plans were ready within 10 days of the visit.',
    after: 'Plans were ready within 10\u00A0days of the visit.',
    shows: ['~ Plans were ready within 10[- -][+\u00A0+]days of the visit.'],
    words: 0,
  },
  {
    name: 'straight and curly quotes told apart',
    before: "Carers don't wait long for a decision now.",
    after: 'Carers don’t wait long for a decision now.',
    shows: ["~ Carers don[-'-][+’+]t wait long for a decision now."],
    words: 0,
  },
  {
    name: 'a word with combining marks whole',
    before: 'Les cafe\u0301s du quartier sont tous ouverts le soir.',
    after: 'Les cafes du quartier sont tous ouverts le soir.',
    shows: ['~ Les [-cafe\u0301s-][+cafes+] du quartier sont tous ouverts le soir.'],
    words: 2,
  },
  {
    name: 'an emoji of several parts whole',
    before: 'Thank you all for the visit 👩🏽‍🦰 last week.',
    after: 'Thank you all for the visit 👩🏻‍🦰 last week.',
    shows: ['~ Thank you all for the visit [-👩🏽‍🦰-][+👩🏻‍🦰+] last week.'],
    words: 0,
  },
  {
    name: 'right-to-left words by word',
    before: 'הילדים בטוחים בבית ומקבלים עזרה טובה בזמן',
    after: 'הילדים בטוחים בבית ומקבלים עזרה מועטה בזמן',
    shows: ['~ הילדים בטוחים בבית ומקבלים עזרה [-טובה-][+מועטה+] בזמן'],
    words: 2,
  },
];

describe('compareTexts shows', () => {
  test.each(cases)('$name', ({ before, after, shows, words }) => {
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

/** Far above what is needed, so that a busy machine passes and work without a bound does not. */
const patience = 5000;

describe('compareTexts stays bounded', () => {
  const large: readonly (Pick<Case, 'name' | 'before' | 'after'> & { readonly coarsened: boolean })[] = [
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
    const started = performance.now();
    const comparison = compareTexts(before, after);
    const took = performance.now() - started;
    expectSound(comparison, before, after);
    expect(took).toBeLessThan(patience);
    expect(comparison.stats.coarsened).toBe(coarsened);
    expect(hunksOf(before, after).some((hunk) => hunk.coarsened)).toBe(coarsened);
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
    const hunks = hunksOf(before, after).filter((hunk) => hunk.kind !== 'unchanged');
    expect(hunks).toHaveLength(420);
    expect(hunks.every((hunk) => hunk.coarsened)).toBe(true);
    expect(compareTexts(before, after).stats.coarsened).toBe(true);
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
