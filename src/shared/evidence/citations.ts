/** A place in a narrative that cites notes: "[CT-014]" or "[CT-014, OB-006]". */
interface Citation {
  /** UTF-16 offsets of the whole reference, from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
  readonly codes: readonly string[];
}

const code = '[A-Z]{2}-\\d{3,6}(?:[a-z]|-\\d+)?';
const reference = new RegExp(`\\[(${code}(?:\\s*[,;]\\s*${code})*)\\]`, 'gu');

/** The citations of a text, in order. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(reference)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    codes: (match[1] ?? '').split(/\s*[,;]\s*/u),
  }));
}

/** A text without its citations and the spaces before them, as it is published. */
export function withoutCitations(text: string): string {
  return text.replaceAll(new RegExp(`(?<![ \\t])[ \\t]*${reference.source}`, 'gu'), '');
}
