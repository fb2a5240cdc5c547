/** A footnote as it is written within a text: "[footnote: What it says.]". A mark of withheld words may stand in it. */
const written = /\[footnote:((?:[^[\]]|\[[^[\]]*\])*)\]/giu;

/** A stretch of a text, or a footnote that is called there. */
type FootnotePart = { readonly text: string } | { readonly note: string };

/** A text with its footnotes apart, in order. */
export function footnoteParts(text: string): readonly FootnotePart[] {
  const parts: FootnotePart[] = [];
  let at = 0;
  for (const { 0: whole, 1: said = '', index } of text.matchAll(written)) {
    const note = said.trim();
    if (note === '') continue;
    if (index > at) parts.push({ text: text.slice(at, index) });
    parts.push({ note });
    at = index + whole.length;
  }
  return at < text.length || parts.length === 0 ? [...parts, { text: text.slice(at) }] : parts;
}

/** A footnote as it is written within a text. */
export function writtenFootnote(note: string): string {
  return `[footnote: ${note}]`;
}

/** A text without its footnotes; `by` stands in the place of each of their signs, so that offsets stay. */
export function withoutFootnotes(text: string, by = ''): string {
  return text.replaceAll(written, (whole, said: string) =>
    said.trim() === '' ? whole : by.repeat(whole.length),
  );
}
