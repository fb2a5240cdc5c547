import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextRun } from './pdf-page.ts';

const softHyphen = '\u00AD';

/**
 * Whether a file may print hyphens that its text came without: many fonts have the hyphen's drawing as a soft hyphen, which
 * the library takes for invisible. Then no word has a hyphen, or a line begins with the rest of a broken word. Looking for
 * them takes as long again as reading the text, so it is done where this says so alone.
 */
export function mayLackHyphens(pages: readonly (readonly TextRun[])[]): boolean {
  const ending = /^(?:ments?|tions?|sions?|ness|ings?|ed|ly|ity|ities|ances?|ences?|ibles?|tice|tive)\b/u;
  let [hyphens, broken] = [false, false];
  for (const runs of pages) {
    let [before, begins] = ['', false];
    for (const { str, hasEOL } of runs) {
      if (/(?:^|\p{L})[-\u2010\u2011]/u.test(str)) hyphens = true;
      if (begins && /\p{L}$/u.test(before) && ending.test(str)) broken = true;
      if (str.trim() !== '') [before, begins] = [str, false];
      if (hasEOL) begins = true;
    }
  }
  return broken || !hyphens;
}

/**
 * A page's runs with the soft hyphens that its drawing has between their letters. Runs whose letters come in another
 * order than they are drawn in are left as they are.
 */
export async function withSoftHyphens(
  page: PDFPageProxy,
  runs: readonly TextRun[],
): Promise<readonly TextRun[]> {
  const drawn = await drawnLetters(page);
  if (!drawn.includes(softHyphen)) return runs;
  const found: TextRun[] = [];
  let at = drawn.findIndex((letter) => letter !== softHyphen);
  for (const run of runs) {
    let str = '';
    for (const letter of run.str) {
      str += letter;
      if (letter.trim() === '') continue;
      if (drawn[at] !== letter) return runs;
      for (at += 1; drawn[at] === softHyphen; at += 1) str += softHyphen;
    }
    found.push({ ...run, str });
  }
  return found;
}

/** Every letter and sign that a page draws, in that order, without spaces. */
async function drawnLetters(page: PDFPageProxy): Promise<readonly string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const letters: string[] = [];
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.showText) continue;
    const args: unknown = argsArray[index];
    const glyphs: unknown = Array.isArray(args) ? args[0] : null;
    if (!Array.isArray(glyphs)) continue;
    for (const glyph of glyphs as readonly unknown[])
      if (isGlyph(glyph)) for (const letter of glyph.unicode) if (letter.trim() !== '') letters.push(letter);
  }
  return letters;
}

function isGlyph(value: unknown): value is { readonly unicode: string } {
  return (
    typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string'
  );
}
