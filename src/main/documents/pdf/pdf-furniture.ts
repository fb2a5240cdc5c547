import type { PdfLine, PdfPage } from './pdf-page.ts';
import { isMarking } from '../../../shared/report/marking-line.ts';
import { isPageNumber, runningKey } from '../../../shared/report/page-furniture.ts';
import type { FurnitureKind } from '../../../shared/report/source-text.ts';

/** So many lines at the head of a page, and at its foot, can be headers or footers. */
const depth = 3;
/** Points: what stands so near to where it stands on another page stands in the same place. */
const near = 6;
/** So many times the size of the text around it makes a line large, and large enough to be printed over others. */
const large = 1.8;
const larger = 1.3;
/** A page has no more words printed over others than this, and none are longer. */
const mostOver = 20;
const longestOver = 80;

/** What a page knows of its lines by their places alone. */
interface Placed {
  readonly page: PdfPage;
  readonly line: PdfLine;
  /** Points from the nearer of head and foot, and which of them that is. */
  readonly from: number;
  readonly edge: 'head' | 'foot';
  readonly atEdge: boolean;
  /** Whether no line stands nearer to that edge. */
  readonly isOutermost: boolean;
}

/**
 * Which lines of a file's pages are furniture, told by place, size, direction and repetition: turned words; headers,
 * footers and page numbers; large words that recur in one place or are printed over the text; markings apart from it.
 */
export function furnitureOf(pages: readonly PdfPage[]): ReadonlyMap<PdfLine, FurnitureKind> {
  const body = bodySize(pages);
  const placed = pages.map(placesOn);
  const recurring = recurringPlaces(placed, pages.length);
  const found = new Map<PdfLine, FurnitureKind>();
  for (const [index, places] of placed.entries()) {
    const over = printedOver(places, body);
    for (const [at, place] of places.entries()) {
      const kind = kindOf(place, {
        number: index + 1,
        recurs: recurring(place),
        isLarge: place.line.size >= body * large,
        isOver: over.has(place.line),
        isAlone: isAlone(places, at),
      });
      if (kind !== null) found.set(place.line, kind);
    }
  }
  return found;
}

interface Marks {
  readonly number: number;
  readonly recurs: 'nowhere' | 'at-edge' | 'in-place';
  readonly isLarge: boolean;
  readonly isOver: boolean;
  readonly isAlone: boolean;
}

function kindOf({ line, atEdge, isOutermost }: Placed, marks: Marks): FurnitureKind | null {
  if (line.turned) return isMarking(line.text) || marks.recurs !== 'nowhere' ? 'watermark' : 'turned';
  const marked = isMarking(line.text);
  if (marked && (isOutermost || marks.isAlone || marks.recurs !== 'nowhere'))
    return marks.isLarge ? 'watermark' : 'marking';
  if (atEdge && (isPageNumber(line.text) || (isOutermost && line.text === String(marks.number))))
    return 'page-number';
  if (atEdge && marks.recurs !== 'nowhere') return 'running';
  if (marks.isLarge && (marked || marks.recurs === 'in-place')) return 'watermark';
  return marks.isOver ? (marked || marks.recurs === 'in-place' ? 'watermark' : 'overprinted') : null;
}

function placesOn(page: PdfPage): readonly Placed[] {
  const heights = [...new Set(page.lines.filter(({ turned }) => !turned).map(({ y }) => Math.round(y)))].sort(
    (a, b) => b - a,
  );
  const [lowestOfHead, highestOfFoot] = [heights[depth - 1] ?? 0, heights.at(-depth) ?? Infinity];
  return page.lines.map((line) => {
    const edge = line.y > page.height / 2 ? 'head' : 'foot';
    const atEdge =
      !line.turned &&
      (edge === 'head' ? Math.round(line.y) >= lowestOfHead : Math.round(line.y) <= highestOfFoot);
    const outermost = edge === 'head' ? heights[0] : heights.at(-1);
    const isOutermost = !line.turned && Math.round(line.y) === outermost;
    return { page, line, edge, atEdge, isOutermost, from: edge === 'head' ? page.height - line.y : line.y };
  });
}

/** The size that most letters of the file have. */
function bodySize(pages: readonly PdfPage[]): number {
  const letters = new Map<number, number>();
  for (const { lines } of pages)
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  return [...letters].reduce<readonly [number, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [0, 0],
  )[0];
}

/**
 * Says of a line whether it recurs: at the edge of two pages and a third of all, numbers aside, or, letter by letter,
 * in one place of two pages and half of all.
 */
function recurringPlaces(
  placed: readonly (readonly Placed[])[],
  pages: number,
): (place: Placed) => Marks['recurs'] {
  const seen = new Map<string, Set<number>>();
  for (const [page, places] of placed.entries())
    for (const place of places)
      for (const key of [edgeKey(place, 0), placeKey(place, 0)]) {
        const on = seen.get(key) ?? new Set();
        on.add(page);
        seen.set(key, on);
      }
  const counted = new Map<string, number>();
  const pagesWith = (keyAt: (step: number) => string): number => {
    const known = counted.get(keyAt(0));
    if (known !== undefined) return known;
    const count = new Set([-1, 0, 1].flatMap((step) => [...(seen.get(keyAt(step)) ?? [])])).size;
    counted.set(keyAt(0), count);
    return count;
  };
  return (place) => {
    if (pagesWith((step) => placeKey(place, step)) >= Math.max(2, pages / 2)) return 'in-place';
    if (!place.atEdge) return 'nowhere';
    return pagesWith((step) => edgeKey(place, step)) >= Math.max(2, pages / 3) ? 'at-edge' : 'nowhere';
  };
}

function edgeKey({ line, edge, from, atEdge }: Placed, step: number): string {
  return `${edge} ${String(atEdge)} ${String(Math.round(from / near) + step)} ${runningKey(line.text)}`;
}

function placeKey({ line }: Placed, step: number): string {
  return `${String(Math.round(line.x / near))} ${String(Math.round(line.y / near) + step)} ${line.text}`;
}

/** Lines larger than the text that lie over at least one other line. */
function printedOver(places: readonly Placed[], body: number): ReadonlySet<PdfLine> {
  const upright = places.map(({ line }) => line).filter((line) => !line.turned);
  const big = upright.filter(({ size, text }) => size >= body * larger && text.length <= longestOver);
  if (big.length > mostOver) return new Set();
  return new Set(
    big.filter((line) => upright.some((other) => other.size < line.size && liesOver(line, other))),
  );
}

/** Whether the middle of the other line's letters lies within this line's. */
function liesOver(line: PdfLine, other: PdfLine): boolean {
  const middle = other.y + other.size * 0.35;
  return (
    middle > line.y + line.size * 0.1 &&
    middle < line.y + line.size * 0.65 &&
    line.pieces.some((piece) =>
      other.pieces.some(
        (under) => Math.min(piece.right, under.right) - Math.max(piece.x, under.x) > other.size,
      ),
    )
  );
}

/** Whether a line stands apart from what is drawn before it and after it. */
function isAlone(places: readonly Placed[], at: number): boolean {
  const line = places[at]?.line;
  return [places[at - 1]?.line, places[at + 1]?.line].every(
    (other) =>
      line === undefined ||
      other === undefined ||
      Math.abs(other.y - line.y) > 2.2 * Math.max(line.size, other.size),
  );
}
