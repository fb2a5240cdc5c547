import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laidOut, revisions } from './prose.ts';
import { mergedText, mergeTexts } from '../../../src/shared/text/merge-texts.ts';

const base = [
  'Strategy discussions are timely. Partners attend most of them. Decisions are recorded by managers.',
  'Children are seen alone by their social workers, and what they say shapes their plans.',
  'Supervision is regular. Its records rarely show how plans change.',
];
const text = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
const withText = (index: number, find: string, write: string): string =>
  text(base.map((paragraph, at) => (at === index ? paragraph.replace(find, write) : paragraph)));
const before = text(base);
const settled = (ours: string, theirs: string): string =>
  mergedText(mergeTexts(before, ours, theirs), ({ ours: one, theirs: other }) => `[${one}|${other}]`);

const decidedByItself: readonly (readonly [name: string, ours: string, theirs: string, merged: string])[] = [
  [
    'edits in different paragraphs',
    withText(0, 'most', 'nearly all'),
    withText(2, 'rarely', 'seldom'),
    text([
      base[0]?.replace('most', 'nearly all') ?? '',
      base[1] ?? '',
      base[2]?.replace('rarely', 'seldom') ?? '',
    ]),
  ],
  [
    'edits in sentences of one paragraph that do not touch',
    withText(0, 'timely', 'prompt'),
    withText(0, 'by managers', 'by team managers'),
    text([
      base[0]?.replace('timely', 'prompt').replace('by managers', 'by team managers') ?? '',
      ...base.slice(1),
    ]),
  ],
  [
    'a paragraph added beside one edited',
    text([base[0] ?? '', 'A new paragraph of our own.', ...base.slice(1)]),
    withText(1, 'alone', 'on their own'),
    text([
      base[0] ?? '',
      'A new paragraph of our own.',
      base[1]?.replace('alone', 'on their own') ?? '',
      base[2] ?? '',
    ]),
  ],
  ['one removal made by both', text(base.slice(0, 2)), text(base.slice(0, 2)), text(base.slice(0, 2))],
  [
    'a paragraph removed and another edited',
    text([base[0] ?? '', base[2] ?? '']),
    withText(0, 'most', 'all'),
    text([base[0]?.replace('most', 'all') ?? '', base[2] ?? '']),
  ],
  [
    'a reflow of one paragraph and words of the other side in it',
    before.replace('timely. Partners', 'timely.\nPartners'),
    withText(0, 'most', 'nearly all'),
    withText(0, 'most', 'nearly all'),
  ],
];

/** Two sides in one sentence: git and word-level mergers decide some of these by themselves, and wrongly. */
const oneSentence: readonly (readonly [name: string, sentence: string, ours: string, theirs: string])[] = [
  [
    'grade words',
    'Practice is very good overall.',
    'Practice is exceptionally good overall.',
    'Practice is very weak overall.',
  ],
  [
    'negations',
    'Risks are always seen and plans made.',
    'Risks are not always seen and plans made.',
    'Risks are always seen and no plans made.',
  ],
  [
    'numbers',
    'In four of nine cases health was absent.',
    'In five of nine cases health was absent.',
    'In four of twelve cases health was absent.',
  ],
  [
    'names',
    'The director, Ann Hale, told the team.',
    'The director, Ann Hall, told the team.',
    'The leader, Ann Hale, told the team.',
  ],
  [
    'dates',
    'The visit of 3 March was recorded in May.',
    'The visit of 5 March was recorded in May.',
    'The visit of 3 March was recorded in June.',
  ],
  [
    'an abbreviation that looks like an end',
    'As Dr. Hale said, most plans are good.',
    'As Dr. Hall said, most plans are good.',
    'As Dr. Hale said, few plans are good.',
  ],
  [
    'a paragraph number',
    '12. Plans are good for most children.',
    '12. Plans are poor for most children.',
    '12. Plans are good for few children.',
  ],
];

describe('a merge of two texts that grew from one', () => {
  it.each(decidedByItself)('takes %s without asking', (_name, ours, theirs, merged) => {
    expect(settled(ours, theirs)).toBe(merged);
    expect(settled(theirs, ours)).toBe(merged);
  });

  it.each(oneSentence)(
    'leaves both sides in one sentence to a person: %s',
    (_name, sentence, ours, theirs) => {
      const around = (one: string): string =>
        `Leaders know this. ${one} Children are safe.\n\nAnother paragraph.`;
      const { spans, collisions } = mergeTexts(around(sentence), around(ours), around(theirs));
      expect(collisions).toBe(1);
      expect(spans.filter((span) => span.kind === 'collision')).toEqual([
        { kind: 'collision', before: `${sentence} `, ours: `${ours} `, theirs: `${theirs} ` },
      ]);
    },
  );

  it('asks where both wrote something new in one place', () => {
    const added = (words: string): string => text([base[0] ?? '', words, ...base.slice(1)]);
    expect(mergeTexts(before, added('Ours, wholly new.'), added('Theirs, another thought.')).collisions).toBe(
      1,
    );
  });

  it('asks where one removed what the other edited', () => {
    expect(mergeTexts(before, text(base.slice(1)), withText(0, 'most', 'all')).collisions).toBe(1);
  });

  it('says whose words each stretch holds', () => {
    const { spans } = mergeTexts(before, withText(0, 'timely', 'prompt'), withText(2, 'rarely', 'seldom'));
    expect(spans.map((span) => (span.kind === 'text' ? span.by : 'collision'))).toEqual([
      'ours',
      'base',
      'theirs',
    ]);
    expect(spans[0]).toMatchObject({ text: 'Strategy discussions are prompt. ' });
  });

  it('is the other side where one side changed nothing, and itself where both are alike', () => {
    fc.assert(
      fc.property(revisions, ([a, b]) => {
        const merged = (ours: string, theirs: string): string =>
          mergedText(mergeTexts(a, ours, theirs), () => {
            throw new Error('a collision where only one side wrote');
          });
        expect(merged(a, b)).toBe(b);
        expect(merged(b, a)).toBe(b);
        expect(merged(b, b)).toBe(b);
      }),
    );
  });

  it('loses no side, and is the same from either side but for the names of the sides', () => {
    fc.assert(
      fc.property(revisions, revisions, ([a, b], [, c]) => {
        const one = mergeTexts(a, b, c);
        const other = mergeTexts(a, c, b);
        const turned = other.spans
          .filter((span) => span.kind === 'collision')
          .map((span) => [span.theirs, span.ours]);
        expect(
          one.spans.filter((span) => span.kind === 'collision').map((span) => [span.ours, span.theirs]),
        ).toEqual(turned);
      }),
    );
  });

  it('never decides silently between two edits of one sentence, whatever the words', () => {
    const word = fc.constantFrom('good', 'weak', 'not', 'four', 'nine', 'March', 'Hale', 'children', 'plans');
    const sentence = fc.array<string>(word, { minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), word, word, (words, i, j, x, y) => {
        const say = (all: readonly string[]): string =>
          laidOut([`Before it. ${all.join(' ')}. After it.`], {
            gap: '\n\n',
            width: 1000,
            start: '',
            end: '',
          });
        const ours = words.with(i % words.length, `${x}x`);
        const theirs = words.with(j % words.length, `${y}y`);
        const { collisions } = mergeTexts(say(words), say(ours), say(theirs));
        expect(collisions).toBe(ours.join(' ') === theirs.join(' ') ? 0 : 1);
      }),
    );
  });
});
