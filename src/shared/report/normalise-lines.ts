import type { PlacedLine } from './source-text.ts';

/** No word is longer. */
const longest = 60;

/** Letters that fonts draw as one, and those they stand for. */
const ligatures: ReadonlyMap<string, string> = new Map([
  ['\uFB00', 'ff'],
  ['\uFB01', 'fi'],
  ['\uFB02', 'fl'],
  ['\uFB03', 'ffi'],
  ['\uFB04', 'ffl'],
  ['\uFB05', 'st'],
  ['\uFB06', 'st'],
]);
/** What no word of its own begins a line with, so that a hyphen before it broke a word. */
const tail =
  /^(?:ments?|tions?|sions?|ness(?:es)?|ings?|ingly|ed|edly|ly|iti?es|ity|ances?|ences?|ancy|ency|ably|ibles?|ibly|ous|ously|tional(?:ly)?|tives?|tively|isation|ised|ising|ises|ers?|ors?|ful|fully|less|ship|ships|hood|cial(?:ly)?|tial(?:ly)?|ture|tures|ther|ren|dren|vice|vices|ble|bly|tor|tors|tory|sive|sively|ery)(?!\p{L})/u;

/**
 * Lines with ligatures as the letters they stand for, and with the hyphens of words that were broken at the end of a line
 * as soft hyphens (U+00AD), which joining lines drops. A hyphen broke a word where the text has the word without it
 * elsewhere and not with it, or where what follows is no word but an ending ("improve-" and "ment"). Other hyphens stay.
 * A line that differs from its file's keeps that as `printed`.
 */
export function normaliseLines(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const apart = lines.map((line) => withText(line, takenApart(line.text)));
  let words: ReadonlySet<string> | null = null;
  return apart.map((line, at) => {
    if (!/[-\u00AD\u2010]$/u.test(line.text)) return line;
    const next = apart
      .slice(at + 1, at + 4)
      .find(({ text, furniture }) => text !== '' && furniture === undefined);
    if (next === undefined || line.furniture !== undefined) return line;
    const broken = /([\p{L}’']+)[-\u00AD\u2010]$/u.exec(line.text.slice(-longest))?.[1];
    const rest = /^[\p{Ll}’']+/u.exec(next.text.slice(0, longest))?.[0];
    if (broken === undefined || rest === undefined) return line;
    words ??= wordsOf(apart);
    const [joined, hyphenated] = [`${broken}${rest}`, `${broken}-${rest}`].map((word) => word.toLowerCase());
    const known = words.has(joined ?? '') && !words.has(hyphenated ?? '');
    const soft = line.text.endsWith('\u00AD');
    if (!known && !tail.test(rest) && !soft) return line;
    if (words.has(hyphenated ?? '')) return withText(line, `${line.text.slice(0, -1)}-`);
    return withText(line, `${line.text.slice(0, -1)}\u00AD`);
  });
}

function takenApart(text: string): string {
  if (!/[\uFB00-\uFB06\u00AD]/u.test(text)) return text;
  return text
    .replaceAll(/[\uFB00-\uFB06]/gu, (letter) => ligatures.get(letter) ?? letter)
    .replaceAll(/\u00AD(?=\S)/gu, '-');
}

function withText(line: PlacedLine, text: string): PlacedLine {
  return text === line.text ? line : { ...line, text, printed: line.printed ?? line.text };
}

/** Every word of the text, small, with its hyphens; not those that the end of a line breaks. */
function wordsOf(lines: readonly PlacedLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const found = text.toLowerCase().match(/[\p{L}’']+(?:-[\p{L}’']+)*/gu) ?? [];
    for (const word of /[-\u00AD\u2010]$/u.test(text) ? found.slice(0, -1) : found) words.add(word);
  }
  return words;
}
