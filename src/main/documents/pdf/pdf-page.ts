/** One run of text on a page as the PDF library gives it, in points. */
export interface TextRun {
  readonly str: string;
  /** The text matrix [a, b, c, d, x, y]: a and b say which way the text runs. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Text of a line without a wide gap in it: a cell of a table, a column's share of the line. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** One line of a page; x counts from the left and y from the foot of the page as it is read, in points. */
export interface PdfLine extends PdfPiece {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly PdfPiece[];
  /** Whether it runs another way than most of the page's text. */
  readonly turned: boolean;
}

/** A page's lines in the order in which the file draws them, those that are turned last. */
export interface PdfPage {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** A run turned so that the page's text runs from left to right. */
interface UprightRun {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ends: boolean;
}

/** Degrees by which scans and stamps' text may lean and still be read as a line among lines. */
const mostLean = 5;
/** A gap of so many times the size of the text parts a line into pieces. */
const wideGap = 1.2;

/** The lines of a page. `box` is its visible part: left, foot, right, top. */
export function readPage(runs: readonly TextRun[], box: readonly number[]): PdfPage {
  const way = mainWay(runs);
  const leans = (run: TextRun): boolean => run.str.trim() !== '' && apart(wayOf(run), way) > mostLean;
  const turn = turning(way);
  const [left = 0, foot = 0, right = 0, top = 0] = box;
  const corners = [turn(left, foot), turn(right, foot), turn(left, top), turn(right, top)];
  const lowest = Math.min(...corners.map(([, y]) => y));
  const leftmost = Math.min(...corners.map(([x]) => x));
  const upright: UprightRun[] = [];
  const turned = new Map<number, UprightRun[]>();
  for (const run of runs) {
    const { str, width, height, hasEOL: ends } = run;
    const [a = 0, b = 0] = run.transform.slice(4);
    if (leans(run)) {
      const [x, y] = turning(wayOf(run))(a, b);
      const same = turned.get(wayOf(run));
      const there = { str, x, y, width, height, ends };
      if (same === undefined) turned.set(wayOf(run), [there]);
      else same.push(there);
    } else {
      const [x, y] = turn(a, b);
      upright.push({ str, x: x - leftmost, y: y - lowest, width, height, ends });
    }
  }
  return {
    height: Math.max(...corners.map(([, y]) => y)) - lowest,
    lines: [...linesOf(upright, false), ...[...turned.values()].flatMap((runs) => linesOf(runs, true))],
  };
}

/** Which way a run is written, in degrees against the clock, from 0 to 359. */
function wayOf({ transform: [a = 1, b = 0] }: TextRun): number {
  return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
}

function apart(one: number, other: number): number {
  const degrees = Math.abs(one - other);
  return Math.min(degrees, 360 - degrees);
}

/** The way in which most letters of a page run: a table may stand on its side on a page of its own. */
function mainWay(runs: readonly TextRun[]): number {
  const letters = new Map<number, number>();
  for (const run of runs) letters.set(wayOf(run), (letters.get(wayOf(run)) ?? 0) + run.str.trim().length);
  return [...letters].reduce<readonly [number, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [0, 0],
  )[0];
}

/** Turns points so that text which runs `way` degrees against the clock runs from left to right. */
function turning(way: number): (x: number, y: number) => readonly [number, number] {
  if (way === 0) return (x, y) => [x, y];
  const [cos, sin] = [Math.cos((way * Math.PI) / 180), Math.sin((way * Math.PI) / 180)];
  return (x, y) => [x * cos + y * sin, y * cos - x * sin];
}

/**
 * Runs on one base line make a line. A small raised mark begins the line of the footnote that follows it; after a line
 * of text it stands on its own, as text copied from the page does.
 */
function linesOf(runs: readonly UprightRun[], turned: boolean): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: UprightRun[] = [];
  let text = '';
  const end = (): void => {
    if (text.trim() !== '') lines.push(lineOf(open, text.trim(), turned));
    text = '';
    open = [];
  };
  for (const run of runs) {
    if (run.str !== '') {
      const last = open.at(-1);
      if (last !== undefined && isElsewhere(last, run)) end();
      const before = open.at(-1);
      if (before !== undefined && isApart(before, run)) text += ' ';
      text += run.str;
      open.push(run);
    }
    if (run.ends) end();
  }
  end();
  return lines;
}

function lineOf(runs: readonly UprightRun[], text: string, turned: boolean): PdfLine {
  const inked = runs.filter((run) => run.str.trim() !== '');
  const tallest = inked.reduce((most, run) => (run.height > most.height ? run : most), inked[0] ?? blank);
  const pieces: { text: string; x: number; right: number }[] = [];
  for (const run of inked) {
    const last = pieces.at(-1);
    const right = run.x + run.width;
    const gap = last === undefined ? Infinity : run.x - last.right;
    if (last === undefined || gap > tallest.height * wideGap || gap < -tallest.height)
      pieces.push({ text: run.str, x: run.x, right });
    else {
      last.text += (gap > tallest.height * 0.1 && !last.text.endsWith(' ') ? ' ' : '') + run.str;
      last.right = right;
    }
  }
  const x = pieces.reduce((least, piece) => Math.min(least, piece.x), Infinity);
  const right = pieces.reduce((most, piece) => Math.max(most, piece.right), -Infinity);
  return { text, x, right, y: tallest.y, size: tallest.height, pieces, turned };
}

const blank: UprightRun = { str: '', x: 0, y: 0, width: 0, height: 0, ends: false };

function isElsewhere(before: UprightRun, run: UprightRun): boolean {
  const raised = before.y - run.y;
  if (before.height < run.height * 0.8 && raised > 0 && raised < run.height * 0.6) return false;
  return Math.abs(raised) > Math.max(before.height, run.height) * 0.3;
}

function isApart(before: UprightRun, run: UprightRun): boolean {
  const gap = run.x - before.x - before.width;
  return gap > Math.max(before.height, run.height) * 0.2 && !/\s$/u.test(before.str) && !/^\s/u.test(run.str);
}
