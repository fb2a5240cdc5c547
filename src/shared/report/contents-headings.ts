import type { PlacedLine } from './source-text.ts';

/**
 * The headings that a printed list of contents names: under a line "Contents", on its page, lines that end in a page
 * number. They head the sections of reports of other frameworks. Empty where there is no such list.
 */
export function contentsHeadings(body: readonly PlacedLine[]): ReadonlySet<string> {
  const start = body.findIndex((line) => /^Contents$/iu.test(line.text));
  const page = body[start]?.page;
  const headings = new Set<string>();
  for (let at = start + 1; start !== -1 && body[at]?.page === page; at += 1) {
    const found = /^(\S.*\S)\s\d{1,3}$/u.exec(body[at]?.text ?? '')?.[1];
    if (found !== undefined) headings.add(found.trim());
  }
  return headings;
}
