import type { PdfLine, PdfPiece } from './pdf-page.ts';

/** A piece of text with its place: its line's height on the page, and its turn in the order of drawing. */
interface PlacedPiece extends PdfPiece {
  readonly y: number;
  readonly size: number;
  readonly turn: number;
}

/** Lines that columns must have on either side, and how many of them must begin within a sentence. */
const fewest = 3;
const runningOn = 0.35;
/** So many left edges are tried as a column's. */
const mostEdges = 5;
/** Points: no column is narrower, and no gutter. */
const narrowest = 60;
const gutter = 4;

/**
 * A page's lines with its columns read one after the other. Columns are prose on both sides of a gutter that is drawn
 * line by line across it; tables, which have no prose in one of their columns or are drawn cell by cell, stay as drawn.
 */
export function readColumns(lines: readonly PdfLine[]): readonly PdfLine[] {
  const pieces = lines.flatMap((line, turn) =>
    line.pieces.map((piece): PlacedPiece => ({ ...piece, y: line.y, size: line.size, turn })),
  );
  const best = edgesOf(pieces)
    .map((edge) => bandsAt(pieces, edge))
    .reduce<readonly Band[]>((most, bands) => (linesIn(bands) > linesIn(most) ? bands : most), []);
  if (best.length === 0) return lines;
  const bandAt = new Map(
    best.flatMap((band) => [...band.left, ...band.right].map(({ turn }) => [turn, band])),
  );
  const read = new Set<Band>();
  return lines.flatMap((line, turn) => {
    const band = bandAt.get(turn);
    if (band === undefined) return [line];
    if (read.has(band)) return [];
    read.add(band);
    return [...readColumns(linesOf(band.left)), ...readColumns(linesOf(band.right))];
  });
}

/** A stretch of a page that a gutter parts into two columns. */
interface Band {
  readonly left: readonly PlacedPiece[];
  readonly right: readonly PlacedPiece[];
}

function linesIn(bands: readonly Band[]): number {
  return bands.reduce((sum, { left, right }) => sum + left.length + right.length, 0);
}

/** Where several pieces begin, and far enough from the left for a column: the most frequent first. */
function edgesOf(pieces: readonly PlacedPiece[]): readonly number[] {
  const leftmost = pieces.reduce((least, { x }) => Math.min(least, x), Infinity);
  const starts = new Map<number, number>();
  for (const { x } of pieces) {
    if (x < leftmost + narrowest) continue;
    const rounded = Math.round(x / 2) * 2;
    starts.set(rounded, (starts.get(rounded) ?? 0) + 1);
  }
  return [...starts]
    .filter(([, count]) => count >= fewest)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostEdges)
    .map(([x]) => x - 1);
}

/** The stretches in which nothing crosses the gutter before `edge`, and which are columns. */
function bandsAt(pieces: readonly PlacedPiece[], edge: number): readonly Band[] {
  const bands: Band[] = [];
  let open: PlacedPiece[] = [];
  const close = (): void => {
    const left = open.filter(({ x }) => x < edge);
    const right = open.filter(({ x }) => x >= edge);
    if (isProse(left) && isProse(right) && isDrawnAcross(open, edge)) bands.push({ left, right });
    open = [];
  };
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.turn - b.turn || a.x - b.x)) {
    if (piece.x < edge && piece.right > edge - gutter) close();
    else open.push(piece);
  }
  close();
  return bands;
}

/** Whether these lines are prose: most begin within a sentence, and sentences end in them. */
function isProse(pieces: readonly PlacedPiece[]): boolean {
  const within = pieces.filter(({ text }) => /^\s*\p{Ll}/u.test(text)).length;
  return (
    pieces.length >= fewest &&
    within >= pieces.length * runningOn &&
    pieces.some(({ text }) => /[\p{L}\d)’”][.?!]/u.test(text))
  );
}

/** Whether drawing goes from side to side with the lines, or has the right side before the left. */
function isDrawnAcross(pieces: readonly PlacedPiece[], edge: number): boolean {
  const sides = pieces.toSorted((a, b) => a.turn - b.turn || a.x - b.x).map(({ x }) => x >= edge);
  const changes = sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length;
  const right = sides.filter(Boolean).length;
  return changes >= Math.min(right, sides.length - right) || (changes === 1 && sides[0] === true);
}

/** The lines of one column, from its top down. */
function linesOf(pieces: readonly PlacedPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { text, x, right, y, size } of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1);
    const piece = { text: text.trim(), x, right };
    if (last !== undefined && Math.abs(last.y - y) < size * 0.3)
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text} ${piece.text}`,
        right,
        pieces: [...last.pieces, piece],
      };
    else lines.push({ ...piece, y, size, pieces: [piece], turned: false });
  }
  return lines;
}
