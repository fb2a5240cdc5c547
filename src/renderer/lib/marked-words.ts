/** A stretch of a text, and whether it is what was looked for. */
interface MarkedPart {
  readonly text: string;
  readonly found: boolean;
}

/** Lower case without accents, one sign for each UTF-16 unit, so that places stay what they were. */
function withoutAccents(text: string): string {
  return [...Array(text.length).keys()]
    .map((at) => text.charAt(at).normalize('NFD').charAt(0).toLowerCase().charAt(0) || text.charAt(at))
    .join('');
}

/** Words shorter than this are marked at the beginning of a word alone. */
const shortestInside = 3;

/**
 * Where words that are looked for stand in a text, from the beginning of its own words, or inside them where none begins
 * so; those with nothing but space between them as one.
 */
export function placesOf(
  text: string,
  words: string,
): readonly { readonly from: number; readonly to: number }[] {
  const wanted = withoutAccents(words).match(/[\p{L}\p{N}]+/gu) ?? [];
  const find = (any: readonly string[], before: string): { from: number; to: number }[] => {
    if (any.length === 0) return [];
    const one = `(?:${any.toSorted((a, b) => b.length - a.length).join('|')})`;
    const run = new RegExp(`${before}${one}(?:[\\p{L}\\p{N}]*\\s+${one})*`, 'gu');
    return [...withoutAccents(text).matchAll(run)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    }));
  };
  const begun = find(wanted, '(?<![\\p{L}\\p{N}])');
  return begun.length > 0
    ? begun
    : find(
        wanted.filter((word) => word.length >= shortestInside),
        '',
      );
}

/** A text in parts, those marked that are looked for: words from their beginning. */
export function markedParts(text: string, words: string): readonly MarkedPart[] {
  let at = 0;
  const parts: MarkedPart[] = [];
  for (const { from, to } of placesOf(text, words)) {
    parts.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true });
    at = to;
  }
  return [...parts, { text: text.slice(at), found: false }].filter((part) => part.text !== '');
}

/** What the registry of highlights calls the words that a place was opened at. */
const highlight = 'looked-for';

/** Marks words inside an element until the next place is opened at words, and brings the first of them into view. */
export function markWordsIn(element: Element | null, words: string): void {
  CSS.highlights.delete(highlight);
  if (element === null) return;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    for (const { from, to } of placesOf(node.textContent ?? '', words)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  if (ranges.length === 0) return;
  CSS.highlights.set(highlight, new Highlight(...ranges));
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}
