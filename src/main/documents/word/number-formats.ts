import { whenUsed } from '../../../shared/words.ts';

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Above this Word counts in digits, whatever the format; below it no mark is longer than a line. */
const most = 3999;

function roman(number: number): string {
  let [left, text] = [number, ''];
  for (const [value, letters] of romans) for (; left >= value; left -= value) text += letters;
  return text;
}

/** a to z, then aa to zz, as Word counts. */
function letters(number: number): string {
  const letter = String.fromCodePoint(97 + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);

function inWords(number: number): string {
  if (number < 20) return ones[number] ?? '';
  if (number < 100) {
    const rest = number % 10;
    return `${tens[Math.floor(number / 10)] ?? ''}${rest === 0 ? '' : `-${inWords(rest)}`}`;
  }
  const [size, name] = number < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = number % size;
  return `${inWords(Math.floor(number / size))} ${name}${rest === 0 ? '' : ` ${inWords(rest)}`}`;
}

function ordinalWords(number: number): string {
  const said = inWords(number);
  const last = /[a-z]+$/u.exec(said)?.[0] ?? '';
  const ordinal = ordinals.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return `${said.slice(0, said.length - last.length)}${ordinal}`;
}

const rules = whenUsed(() => new Intl.PluralRules('en-GB', { type: 'ordinal' }));
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

function ordinal(number: number): string {
  return `${number}${endings[rules().select(number)] ?? 'th'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const formats: Readonly<Record<string, (number: number) => string>> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: (number) => letters(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  ordinal,
  cardinalText: (number) => capital(inWords(number)),
  ordinalText: (number) => capital(ordinalWords(number)),
  numberInDash: (number) => `- ${number} -`,
  none: () => '',
  bullet: () => '',
};

/** A number as a list or a note prints it in one of Word's formats (ECMA-376 part 1, 17.18.59); in digits where there is no other. */
export function numberAs(number: number, format: string): string {
  const print = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (print === undefined) return String(number);
  const inRange = number >= 1 && number <= most;
  return inRange || format === 'none' || format === 'bullet' ? print(number) : String(number);
}
