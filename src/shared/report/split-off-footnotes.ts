import { mendLines } from './mend-lines.ts';
import type { PlacedLine } from './source-text.ts';

/** No footnotes of one page are longer than this many lines. */
const longest = 15;

/**
 * Splits off footnotes. One begins with the next mark in turn ("1 The areas ...") on a line of its own or where a
 * footnote interrupts a broken word ("decision" U+FFFE "1 The areas ..."), the mark stands on that page or an earlier
 * one, and the footnote runs to the foot of its page, or to the next. A line that a footnote interrupts keeps its first
 * part.
 */
export function splitOffFootnotes(body: readonly PlacedLine[]): {
  readonly body: readonly PlacedLine[];
  readonly footnotes: readonly PlacedLine[];
} {
  const kept: PlacedLine[] = [];
  const footnotes: PlacedLine[] = [];
  const called = new Set<number>();
  let next = 1;
  let at = 0;
  while (at < body.length) {
    let end = at;
    while (end < body.length && body[end]?.page === body[at]?.page) end += 1;
    const page = body.slice(at, end);
    for (const line of page) for (const mark of calls(line.text)) called.add(mark);
    let open: PlacedLine[] = [];
    const close = (): void => {
      const [first] = open;
      if (first !== undefined) footnotes.push({ ...first, text: mendLines(open.map((line) => line.text)) });
    };
    for (const [index, line] of page.entries()) {
      const begins = called.has(next) && page.length - index <= longest ? beginning(line.text, next) : null;
      if (begins !== null) {
        if (begins.before !== '') (open.length > 0 ? open : kept).push({ ...line, text: begins.before });
        close();
        open = [{ ...line, text: begins.note }];
        next += 1;
      } else if (open.length > 0) open.push(line);
      else kept.push(line);
    }
    close();
    at = end;
  }
  return { body: kept, footnotes };
}

/** Marks that a line calls: "improve?1", "board1", or a mark alone on its line. */
function calls(text: string): readonly number[] {
  if (!/\d/u.test(text)) return [];
  const found = [...text.matchAll(/[\p{L}?.,;:’”)](\d{1,2})(?=\s|$)/gu)].map((match) => Number(match[1]));
  return /^\d{1,2}$/u.test(text) ? [...found, Number(text)] : found;
}

function beginning(text: string, mark: number): { readonly before: string; readonly note: string } | null {
  if (startsNote(text, mark)) return { before: '', note: text };
  const broken = text.indexOf(`\uFFFE${String(mark)} `);
  if (broken === -1) return null;
  const note = text.slice(broken + 1);
  return startsNote(note, mark) ? { before: text.slice(0, broken + 1), note } : null;
}

function startsNote(text: string, mark: number): boolean {
  return text.startsWith(`${String(mark)} `) && /^\d+\s+[\p{Lu}‘“]/u.test(text);
}
