import type { PlacedLine, SourceText } from './source-text.ts';

/** A source without its running headers, footers and page numbers; blank lines at page edges are dropped. */
interface WithoutFurniture {
  readonly body: readonly PlacedLine[];
  readonly furniture: readonly PlacedLine[];
}

/** At most so many lines of a page's top, and of its bottom, can be furniture. */
const depth = 3;

/**
 * Sets page furniture aside. Furniture stands at a page's edge and is the page's own number, or recurs (numbers
 * aside) at that edge of at least two pages and half of those after the first, or is the two-line header of an
 * inspection report ("Inspection of ...", then dates and the page's number). A first page has only its number.
 */
export function setFurnitureAside(source: SourceText): WithoutFurniture {
  const pages = byPage(source.lines);
  const tops = recurring(pages.map((page) => page.slice(0, depth)));
  const bottoms = recurring(pages.map((page) => page.slice(-depth)));
  const body: PlacedLine[] = [];
  const furniture: PlacedLine[] = [];
  for (const page of pages) {
    let from = 0;
    while (from < depth && isTop(page, from, tops)) from += 1;
    let to = page.length;
    while (to > from && page.length - to < depth && isBottom(page[to - 1], bottoms)) to -= 1;
    for (const line of page.slice(0, from)) furniture.push(line);
    for (const line of page.slice(to)) furniture.push(line);
    for (const line of withoutBlankEdges(page.slice(from, to))) body.push(line);
  }
  return { body, furniture: furniture.filter((line) => line.text !== '') };
}

function byPage(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  const pages = new Map<number, PlacedLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page === undefined) pages.set(line.page, [line]);
    else page.push(line);
  }
  return [...pages.values()].map(withoutBlankEdges);
}

function withoutBlankEdges(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const from = lines.findIndex((line) => line.text !== '');
  const to = lines.findLastIndex((line) => line.text !== '');
  return from === -1 ? [] : lines.slice(from, to + 1);
}

function key(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');
}

function recurring(edges: readonly (readonly PlacedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const edge of edges.slice(1)) {
    for (const one of new Set(edge.map((line) => key(line.text))))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil((edges.length - 1) / 2));
  return new Set([...counts].filter(([one, count]) => one !== '' && count >= enough).map(([one]) => one));
}

function isTop(page: readonly PlacedLine[], at: number, tops: ReadonlySet<string>): boolean {
  const line = page[at];
  if (line === undefined) return false;
  if (line.text === String(line.page)) return true;
  if (line.page === 1) return false;
  if (tops.has(key(line.text))) return true;
  const next = page[at + 1];
  if (at === 0) return /^Inspection of\b/u.test(line.text) && next !== undefined && isDated(next);
  return at === 1 && /^Inspection of\b/u.test(page[0]?.text ?? '') && isDated(line);
}

function isBottom(line: PlacedLine | undefined, bottoms: ReadonlySet<string>): boolean {
  if (line === undefined) return false;
  if (line.text === '' || line.text === String(line.page)) return true;
  return line.page > 1 && bottoms.has(key(line.text));
}

/** "8 to 12 December 2025 3" on page 3. */
function isDated(line: PlacedLine): boolean {
  return /^\d{1,2}\s.*\d$/u.test(line.text) && line.text.endsWith(` ${String(line.page)}`);
}
