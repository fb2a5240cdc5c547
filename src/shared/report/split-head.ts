import type { PlacedLine } from './source-text.ts';

/** The title page stands within so many lines. */
const within = 40;

/**
 * Splits the title page's lines from the rest: up to the table of grades where one follows soon, else up to the last
 * labelled line of the first page ("Inspection dates:", "Lead inspector:", "Report published:") and the office that may follow it.
 */
export function splitHead(body: readonly PlacedLine[]): {
  readonly head: readonly PlacedLine[];
  readonly body: readonly PlacedLine[];
} {
  const top = body.slice(0, within);
  const table = top.findIndex((line) => /^judge?ments?\s+grades?$/iu.test(line.text));
  const labelled = top.findLastIndex(
    (line) =>
      line.page === body[0]?.page &&
      /^(?:Inspection\s+(?:dates?|type)|Type of inspection|Lead\s+inspector|Report\s+published|Published|Publication\s+date|Date\s+of\s+publication|Local\s+authority|Provider)\s*:/iu.test(
        line.text,
      ),
  );
  const office = /^(?:His|Her)\s+Majesty[’']s\s+Inspector$/iu.test(top[labelled + 1]?.text ?? '') ? 1 : 0;
  const end = table === -1 ? labelled + 1 + (labelled === -1 ? 0 : office) : table;
  return { head: body.slice(0, end), body: body.slice(end) };
}
