/** What texts are made hostile of: runs that an expression might read again from each of their places. */
const units = {
  spaces: ' ',
  tabs: '\t',
  'line feeds': '\n',
  'carriage returns': '\r',
  'no-break spaces': '\u00A0',
  'lines of spaces': '  \n',
  letters: 'a',
  'capital letters': 'A',
  digits: '1',
  dots: '.',
  dashes: '-',
  'dashes and spaces': '- ',
  commas: ', ',
  quotes: '’',
  brackets: '(',
  'opening tags': '(outcome',
  initials: 'A. ',
  'words twice': 'the the ',
  'grade words': 'good ',
  citations: '[CT-001 ',
  paragraphs: 'Seen it.\n\n',
  'list items': '- seen\n',
  'marks on letters': 'e\u0301',
  'joined emoji': '\u{1F469}\u200D',
} as const;

/** Words before a run of blanks, and what no expression ends in: those that begin what is looked for. */
const frames: readonly (readonly [before: string, after: string])[] = [
  ['ref', 'x'],
  ['Lead inspector:', 'x\u2028y'],
  ['judged', '?'],
  ['at ', ','],
  ['[CT-001', 'x'],
];

/** Texts of about so many characters, by the names of what they repeat and stand between. */
export function hostileTexts(length: number): readonly (readonly [name: string, text: string])[] {
  const run = (unit: string): string => unit.repeat(Math.ceil(length / unit.length));
  return [
    ...Object.entries(units).map(([name, unit]) => [name, `x${run(unit)}x`] as const),
    ...[units.spaces, units['line feeds']].flatMap((unit) =>
      frames.map(([before, after]) => [`blanks after ${before}`, `${before}${run(unit)}${after}`] as const),
    ),
  ];
}
