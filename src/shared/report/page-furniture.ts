import { isMarking } from './marking-line.ts';
import type { FurnitureKind, PlacedLine, SourceText } from './source-text.ts';

/** A source without its running headers, footers and page numbers; blank lines at page edges are dropped. */
interface WithoutFurniture {
  readonly body: readonly PlacedLine[];
  readonly furniture: readonly PlacedLine[];
}

/** At most so many lines of a page's top, and of its bottom, can be furniture. */
const depth = 3;
/** Above a title stand no more lines than this. */
const above = 12;

/**
 * Sets page furniture aside: what the reader of a file found by its place on the page, and of the rest what its words
 * show. That stands at a page's edge and is the page's number or a marking, or recurs (numbers aside) at that edge of at
 * least two pages and half of those after the first, or is the two-line header of an inspection report ("Inspection of
 * ...", then dates and the page's number). A first page has only numbers and markings, these also among the lines above
 * its title. A marking that stands on half of the pages is one wherever it stands.
 */
export function setFurnitureAside(source: SourceText): WithoutFurniture {
  const placed = source.lines.filter((line) => line.furniture !== undefined);
  const pages = byPage(source.lines.filter((line) => line.furniture === undefined));
  const tops = recurring(pages.map((page) => page.slice(0, depth)));
  const bottoms = recurring(pages.map((page) => page.slice(-depth)));
  const stamped = onHalf(pages);
  const body: PlacedLine[] = [];
  const furniture: PlacedLine[] = [...placed];
  const aside = (line: PlacedLine): number => furniture.push({ ...line, furniture: kindOf(line) });
  for (const page of pages) {
    let from = 0;
    while (from < depth && isTop(page, from, tops)) from += 1;
    let to = page.length;
    while (to > from && page.length - to < depth && isBottom(page[to - 1], bottoms)) to -= 1;
    const title = page.slice(0, above).findIndex((line) => isTitle(line.text));
    const rest: PlacedLine[] = [];
    for (const [at, line] of page.entries()) {
      const marks = (stamped.has(line.text) || (line.page === 1 && at < title)) && isMarking(line.text);
      if (at < from || at >= to || marks) aside(line);
      else rest.push(line);
    }
    for (const line of withoutBlankEdges(rest)) body.push(line);
  }
  return {
    body,
    furniture: furniture
      .filter((line) => line.text !== '')
      .sort((a, b) => a.line - b.line || a.page - b.page),
  };
}

function isTitle(text: string): boolean {
  return /^(?:(?:Area SEND |Re-?)?Inspection|Focused visit|Monitoring visit)\b/iu.test(text);
}

function kindOf({ text, page }: PlacedLine): FurnitureKind {
  if (isMarking(text)) return 'marking';
  return isPageNumber(text) || text === String(page) ? 'page-number' : 'running';
}

/** Lines that stand as they are on two pages and half of all. */
function onHalf(pages: readonly (readonly PlacedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set(page.map((line) => line.text))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= Math.max(2, pages.length / 2)).map(([text]) => text),
  );
}

/** Whether a line is nothing but a page's number in words: "Page 1 of 3", "1 of 3", "1/3", "Page 1", "- 1 -". */
export function isPageNumber(text: string): boolean {
  if (text.length > 40) return false;
  const printed = text.trim();
  const [, number, pages] =
    /^(?:[|–—-]\s*)?(?:page|p\.)?\s*(\d{1,4})\s*(?:of|\/)\s*(\d{1,4})(?:\s*[|–—-])?$/iu.exec(printed) ?? [];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= Number(pages);
  return /^(?:(?:page|p\.)\s*\d{1,4}|[–—-]\s*\d{1,4}\s*[–—-]|\d{1,4}\s*\|\s*page|page\s*\|\s*\d{1,4})$/iu.test(
    printed,
  );
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

/** A line for comparing over pages: small, numbers aside. */
export function runningKey(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');
}

function recurring(edges: readonly (readonly PlacedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const edge of edges.slice(1)) {
    for (const one of new Set(edge.map((line) => runningKey(line.text))))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil((edges.length - 1) / 2));
  return new Set([...counts].filter(([one, count]) => one !== '' && count >= enough).map(([one]) => one));
}

function isTop(page: readonly PlacedLine[], at: number, tops: ReadonlySet<string>): boolean {
  const line = page[at];
  if (line === undefined) return false;
  if (line.text === String(line.page) || isPageNumber(line.text) || isMarking(line.text)) return true;
  if (line.page === 1) return false;
  if (tops.has(runningKey(line.text))) return true;
  const next = page[at + 1];
  if (at === 0) return /^Inspection of\b/u.test(line.text) && next !== undefined && isDated(next);
  return at === 1 && /^Inspection of\b/u.test(page[0]?.text ?? '') && isDated(line);
}

function isBottom(line: PlacedLine | undefined, bottoms: ReadonlySet<string>): boolean {
  if (line === undefined) return false;
  if (line.text === '' || line.text === String(line.page)) return true;
  if (isPageNumber(line.text) || isMarking(line.text)) return true;
  return line.page > 1 && bottoms.has(runningKey(line.text));
}

/** "8 to 12 December 2025 3" on page 3. */
function isDated(line: PlacedLine): boolean {
  return /^\d{1,2}\s.*\d$/u.test(line.text) && line.text.endsWith(` ${String(line.page)}`);
}
