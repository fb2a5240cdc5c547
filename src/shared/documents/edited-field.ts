import { piecesOf } from './narrative-blocks.ts';
import { pointWords } from './report-document.ts';
import type { FieldParagraph } from '../report/source-text.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import type { Improvement } from '../values/improvement.ts';

/** Characters that no XML holds; a file shows each as the sign for an unknown one. */
const notInXml = /[^\t\n\r\u0020-\uFFFD]/g;

/** Words as they come back from a file: white space is never told apart there. */
function key(text: string): string {
  return text.toWellFormed().replaceAll(notInXml, '\uFFFD').replaceAll(/\s+/gu, ' ').trim();
}

/** Longer tables of pairs are not made; what lies between the ends that are alike is then new as a whole. */
const mostPairs = 4_000_000;

/**
 * For each read text the printed one that it is or was made of: the longest run that both have in order (Wagner and
 * Fischer 1974), and between its members as many read as printed ones each for each.
 */
function madeOf(printed: readonly string[], read: readonly string[]): readonly (number | null)[] {
  let from = 0;
  while (from < Math.min(printed.length, read.length) && printed[from] === read[from]) from += 1;
  let [end, readEnd] = [printed.length, read.length];
  while (end > from && readEnd > from && printed[end - 1] === read[readEnd - 1])
    [end, readEnd] = [end - 1, readEnd - 1];
  const found: (number | null)[] = read.map((_text, at) =>
    at < from ? at : at >= readEnd ? at - readEnd + end : null,
  );
  const [rows, columns] = [end - from, readEnd - from];
  if (rows * columns > mostPairs) return found;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        printed[from + row] === read[from + column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
  let gap = { row: 0, column: 0 };
  const close = (row: number, column: number): void => {
    if (row - gap.row === column - gap.column)
      for (let step = 0; gap.row + step < row; step += 1)
        found[from + gap.column + step] = from + gap.row + step;
    gap = { row: row + 1, column: column + 1 };
  };
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (printed[from + row] === read[from + column]) {
      close(row, column);
      found[from + column] = from + row;
      row += 1;
      column += 1;
    } else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  close(rows, columns);
  return found;
}

const ownMark = /^(?:[-*•◼▪–]|\d{1,3}\.)\s+/u;

/**
 * A narrative as it is after somebody edited its printed paragraphs: those left alone stay to the letter, one that was
 * changed keeps its number or bullet, a new one has the bullet that it was given.
 */
export function editedText(text: string, read: readonly FieldParagraph[]): string {
  const base = splitParagraphs(text).flatMap(({ start, end }) => {
    const raw = text.slice(start, end);
    const printed = piecesOf(raw).map((piece) => piece.text);
    return printed.length === 0 ? [] : [{ start, end, raw, printed: key(printed.join(' ')) }];
  });
  const texts = read.map((paragraph) => key(paragraph.text));
  const origins = madeOf(
    base.map(({ printed }) => printed),
    texts,
  );
  let made = '';
  let last: number | null = -1;
  read.forEach((paragraph, at) => {
    const origin = origins[at] ?? null;
    const own = origin === null ? undefined : base[origin];
    const before = last === null || last < 0 ? undefined : base[last];
    const mark =
      own === undefined ? (paragraph.mark === 'bullet' ? '• ' : '') : (ownMark.exec(own.raw)?.[0] ?? '');
    const said = own !== undefined && own.printed === texts[at] ? own.raw : `${mark}${paragraph.text}`;
    if (at === 0) made += own !== undefined && origin === 0 ? text.slice(0, own.start) : '';
    else
      made +=
        own !== undefined && before !== undefined && last !== null && origin === last + 1
          ? text.slice(before.end, own.start)
          : '\n\n';
    made += said;
    last = origin;
  });
  const end = base.at(-1);
  return end !== undefined && last === base.length - 1 ? made + text.slice(end.end) : made;
}

/** Points as they are after somebody edited them as printed: each keeps what it was known by and rests on. */
export function editedPoints(
  points: readonly Improvement[],
  read: readonly FieldParagraph[],
): readonly Improvement[] {
  const texts = read.map(({ text }) => key(text)).filter((text) => text !== '');
  const origins = madeOf(
    points.map((point) => key(pointWords(point))),
    texts,
  );
  const taken = new Set(points.map(({ id }) => id));
  let last = 0;
  const fresh = (): string => {
    do last += 1;
    while (taken.has(`point-${last}`));
    return `point-${last}`;
  };
  return texts.map((text, at) => {
    const origin = origins[at] ?? null;
    const point = origin === null ? undefined : points[origin];
    if (point === undefined) return { id: fresh(), text, area: null, notes: [] };
    if (key(pointWords(point)) === text) return point;
    return { ...point, text: withoutPrinted(text, point) };
  });
}

/** A point's words without what was printed around them. */
function withoutPrinted(text: string, point: Improvement): string {
  const [before = '', after = ''] = pointWords({ ...point, text: '\uE000' }).split('\uE000');
  const start = text.startsWith(before) ? before.length : 0;
  const end = after !== '' && text.endsWith(after) ? text.length - after.length : text.length;
  return text.slice(start, end).trim() || text;
}
