/** The signs of Symbol from 0x20 and from 0xA0 in Unicode, as Adobe's and Word's tables have them; "·" stands where it has none of use in text. */
const symbol = [
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪',
] as const;

/** The signs of Wingdings that office texts have. */
const wingdings: Readonly<Record<number, string>> = {
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  0x3f: '✍',
  0x46: '☞',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '❐',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '⧫',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x78: '⌧',
  0x80: '⓪',
  0x8b: '⓿',
  0x9e: '·',
  0x9f: '•',
  0xa0: '▪',
  0xa1: '○',
  0xa4: '◉',
  0xa7: '▪',
  0xa8: '◻',
  0xab: '★',
  0xb5: '✵',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xf1: '⇧',
  0xf2: '⇩',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x97: '●',
  0xa2: '■',
  0xa3: '□',
};

const webdings: Readonly<Record<number, string>> = { 0x61: '✔', 0x63: '□', 0x67: '■', 0x72: '✘', 0x6e: '●' };

function inSymbol(code: number): string | null {
  const [from, table] = code < 0x80 ? [0x20, symbol[0]] : [0xa0, symbol[1]];
  return table.charAt(code - from) || (code === 0xf1 ? '〉' : code === 0xf2 ? '∫' : null);
}

function inWingdings(code: number): string | null {
  if (code >= 0x81 && code <= 0x8a) return String.fromCodePoint(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCodePoint(0x2776 + code - 0x8c);
  return wingdings[code] ?? null;
}

const fonts: Readonly<Record<string, (code: number) => string | null>> = {
  symbol: inSymbol,
  wingdings: inWingdings,
  'wingdings 2': (code) => wingdings2[code] ?? null,
  webdings: (code) => webdings[code] ?? null,
};

/** Fonts of signs keep them at F000 to F0FF of the private area. */
function isPrivate(code: number): boolean {
  return code >= 0xf000 && code <= 0xf0ff;
}

/**
 * A sign of a font as Unicode: by the font's own table, or as it is where the font is none of signs. Null where no table
 * has it, so that only the font could say what it is.
 */
export function signOf(font: string | null, code: number): string | null {
  const table = fonts[font?.toLowerCase() ?? ''];
  if (table !== undefined) return code >= 0x20 ? table(isPrivate(code) ? code - 0xf000 : code) : null;
  const known = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xf8ff);
  return known ? String.fromCodePoint(code) : null;
}

/** A text of a font of signs: what its table knows as Unicode, the rest as it is. */
export function textIn(font: string | null, text: string): string {
  if (fonts[font?.toLowerCase() ?? ''] === undefined) return text;
  return text.replaceAll(/[\uF020-\uF0FF]/gu, (sign) => signOf(font, sign.charCodeAt(0)) ?? sign);
}
