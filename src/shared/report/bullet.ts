/** The marks that reports print before a point of a list; the last four are private glyphs of symbol fonts. */
const marks = new Set(['◼', '■', '▪', '●', '•', '◦', '\uF02D', '\uF06E', '\uF0A7', '\uF0B7']);

/** A line's bullet and the text after it, or null where it has none. */
export function bulletOf(line: string): { readonly mark: string; readonly rest: string } | null {
  const mark = line.charAt(0);
  return marks.has(mark) ? { mark, rest: line.slice(1).trim() } : null;
}
