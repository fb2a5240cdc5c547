import fc from 'fast-check';

const vocabulary =
  'children social workers managers plans visits decisions timely effective risk health partners police review ' +
  'supervision record carers leavers the a of and in to is are not most some good outstanding inadequate';
const oddities = [
  '25.',
  '–',
  '-',
  '•',
  'a)',
  'don’t',
  "don't",
  'cafe\u0301s',
  'na\u00efve',
  '12 %',
  '(see',
  'below)',
  '👩🏽‍🦰',
  '👨‍👩‍👧‍👦',
  '🇬🇧',
  'שלום',
  'مرحبا',
  '日本語',
  'zero\u200Bwidth',
  'no\u00A0break',
  '\uFEFFmark',
];

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...vocabulary.split(' ')) },
  { weight: 1, arbitrary: fc.constantFrom(...oddities) },
);
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
/** One paragraph of one line. */
export const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 5 })
  .map((sentences) => sentences.join(' '));
/** Prose as its paragraphs, some of them twice. */
export const paragraphs = fc.array(paragraph, { maxLength: 9 });

type Edit = (all: readonly string[]) => readonly string[];
const place = fc.nat({ max: 40 });
const at = (all: readonly string[], index: number): number => (all.length === 0 ? 0 : index % all.length);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ from: place, to: place }).map(({ from, to }): Edit => {
    return (all) => {
      const moving = all.slice(at(all, from), at(all, from) + 1);
      const rest = all.filter((_, index) => index !== at(all, from));
      const target = at(rest, to);
      return [...rest.slice(0, target), ...moving, ...rest.slice(target)];
    };
  }),
  place.map(
    (index): Edit =>
      (all) =>
        all.filter((_, other) => other !== at(all, index)),
  ),
  place.map((index): Edit => (all) => [...all, ...all.slice(at(all, index), at(all, index) + 1)]),
  fc.record({ index: place, text: paragraph }).map(({ index, text }): Edit => {
    return (all) => [...all.slice(0, at(all, index)), text, ...all.slice(at(all, index))];
  }),
  fc.record({ index: place, spot: place, text: word, drop: fc.boolean() }).map((choice): Edit => {
    return (all) =>
      all.map((paragraph, other) => {
        if (other !== at(all, choice.index)) return paragraph;
        const words = paragraph.split(' ');
        return words.toSpliced(at(words, choice.spot), choice.drop ? 1 : 0, choice.text).join(' ');
      });
  }),
);

/** The ways one text is laid out in lines: what it joins paragraphs with, and how long its lines are. */
const layout = fc.record({
  gap: fc.constantFrom('\n\n', '\n \n', '\r\n\r\n', '\n\n\n', '\n\u00A0\n'),
  width: fc.integer({ min: 20, max: 120 }),
  start: fc.constantFrom('', '', '  ', '\n'),
  end: fc.constantFrom('', '\n', '  \n\n'),
});

/** A text of paragraphs, wrapped at a width. */
export function laidOut(
  all: readonly string[],
  { gap, width, start, end }: { gap: string; width: number; start: string; end: string },
): string {
  const wrapped = all.map((paragraph) => {
    const lines: string[] = [];
    for (const part of paragraph.split(' ')) {
      const last = lines.at(-1);
      if (last === undefined || last.length + part.length >= width) lines.push(part);
      else lines[lines.length - 1] = `${last} ${part}`;
    }
    return lines.join('\n');
  });
  return all.length === 0 ? '' : `${start}${wrapped.join(gap)}${end}`;
}

/** Two states of one prose: paragraphs moved, cut, repeated, added and edited, each state with a layout of its own. */
export const revisions: fc.Arbitrary<readonly [before: string, after: string]> = fc
  .record({ all: paragraphs, edits: fc.array(edit, { maxLength: 5 }), old: layout, now: layout })
  .map(({ all, edits, old, now }) => [
    laidOut(all, old),
    laidOut(
      edits.reduce<readonly string[]>((state, change) => change(state), all),
      now,
    ),
  ]);

/** One prose in two layouts. */
export const reflows: fc.Arbitrary<readonly [before: string, after: string]> = fc
  .record({ all: paragraphs, old: layout, now: layout })
  .map(({ all, old, now }) => [laidOut(all, old), laidOut(all, now)]);

const oddCharacter = fc.oneof(
  fc.constantFrom('a', 'b', ' ', '\n', '\uD83D', '\uDC69', '\u0301', '\u200D', '\uFEFF', '-', '1', '.'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const anyText = fc.array(oddCharacter, { maxLength: 60 }).map((characters) => characters.join(''));
/** Two texts of anything, lone surrogates included. */
export const anyTexts = fc.tuple(anyText, anyText);
