import { diffArrays } from 'diff';
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

/** Where more paragraphs than these differ, what was read is new as a whole. */
const mostEdits = 2000;

/**
 * For each read text the printed one that it is or was made of: the longest run that both have in order, and between its
 * members as many read as printed ones each for each.
 */
function madeOf(printed: readonly string[], read: readonly string[]): readonly (number | null)[] {
  const found: (number | null)[] = read.map(() => null);
  const changes = diffArrays([...printed], [...read], { maxEditLength: mostEdits }) ?? [];
  let [row, column, removed, added] = [0, 0, 0, 0];
  const take = (count: number): void => {
    for (let step = 0; step < count; step += 1) found[column + step] = row + step;
  };
  const close = (): void => {
    if (removed === added) take(removed);
    [row, column, removed, added] = [row + removed, column + added, 0, 0];
  };
  for (const change of changes) {
    if (change.removed) removed += change.count;
    else if (change.added) added += change.count;
    else {
      close();
      take(change.count);
      [row, column] = [row + change.count, column + change.count];
    }
  }
  close();
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
