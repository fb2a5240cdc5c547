import type { ImportedReport } from './imported-report.ts';
import type { ImportWarning } from './import-warning.ts';
import type { PlacedLine, SourceText } from './source-text.ts';

/** Where characters of a source can go. */
type Destination =
  | { readonly of: 'area'; readonly id: string }
  | { readonly of: 'other'; readonly at: number }
  | { readonly of: 'summary' | 'improvements' | 'structure' | 'footnote' | 'furniture' | 'kept' | 'nowhere' };

/** A stretch of the source that went to one place: a paragraph of the draft, or a line of what was set aside. */
export interface AccountBlock {
  readonly page: number;
  /** Its first line, and its text line by line as the source has it. */
  readonly line: number;
  readonly lines: readonly string[];
  readonly to: Destination;
  /** Which paragraph of its place it is, from 0. */
  readonly paragraph: number;
  /** What is asked of it; null where nothing is. */
  readonly question: string | null;
}

/** Where every character of an imported file went. Counts are of characters that are no white space. */
export interface ImportAccount {
  readonly blocks: readonly AccountBlock[];
  /** Lines that read otherwise than printed: compatibility forms as letters, hyphens mended. */
  readonly normalised: readonly {
    readonly page: number;
    readonly line: number;
    readonly printed: string;
    readonly text: string;
  }[];
  readonly sums: {
    readonly source: number;
    readonly draft: number;
    readonly furniture: number;
    readonly questions: number;
    readonly normalised: number;
    readonly notPlaced: number;
  };
}

/** One place's text without white space, read from its start as the source's lines go into it. */
interface Stream {
  readonly to: Destination;
  readonly text: string;
  /** Where each of its paragraphs starts. */
  readonly starts: readonly number[];
  at: number;
}

interface Piece {
  readonly text: string;
  readonly to: Destination;
  readonly paragraph: number;
}

const nowhere: Piece['to'] = { of: 'nowhere' };

function tight(text: string): string {
  return text.replaceAll(/\s+/gu, '').replaceAll('\uFFFE', '-');
}

/** Warnings that ask: the line they name waits for an answer. */
const asking: ReadonlySet<ImportWarning['code']> = new Set<ImportWarning['code']>([
  'heading-in-question',
  'not-placed',
  'text-without-heading',
  'two-periods',
]);

/**
 * Says of every line of a source where it went in the report read from it. The lines are read once, in order, into the places
 * of the report: `nowhere` is what no place has, and is counted as not placed. The counts of draft, furniture, questions and
 * what was normalised add up to the source's.
 */
export function accountForImport(source: SourceText, report: ImportedReport): ImportAccount {
  const keyed = keyedLines(report);
  const streams = streamsOf(report);
  const questions = new Map(
    report.warnings.flatMap(({ code, line, message }) =>
      line !== null && asking.has(code) ? [[line, message] as const] : [],
    ),
  );
  const lines = [...source.lines, ...(source.notes ?? []), ...(source.furniture ?? [])];
  const blocks: AccountBlock[] = [];
  const sums = { source: 0, draft: 0, furniture: 0, questions: 0, normalised: 0, notPlaced: 0 };
  const current = { stream: streams[0] };
  for (const line of lines) {
    if (line.text === '' && line.printed === undefined) continue;
    const question = questions.get(line.line) ?? null;
    const pieces = placePieces(line, keyed, streams, current);
    const changed = changedIn(line);
    const printed = tight(line.printed ?? line.text).length;
    sums.source += printed;
    sums.normalised += changed;
    let left = printed - changed;
    for (const [at, piece] of pieces.entries()) {
      const count = at === pieces.length - 1 ? left : Math.min(left, piece.text.length);
      left -= count;
      sums[sumOf(piece.to, question)] += count;
      addBlock(blocks, line, piece, pieces.length === 1 ? line.text : piece.text, question);
    }
  }
  const normalised = lines.flatMap(({ page, line, text, printed }) =>
    printed !== undefined && printed !== text
      ? [{ page, line, printed, text }]
      : text.includes('\uFFFE')
        ? [{ page, line, printed: text, text: text.replaceAll('\uFFFE', '-') }]
        : [],
  );
  return { blocks, normalised, sums };
}

function sumOf(
  { of }: Destination,
  question: string | null,
): 'draft' | 'furniture' | 'questions' | 'notPlaced' {
  if (of === 'nowhere') return 'notPlaced';
  if (question !== null || of === 'kept') return 'questions';
  return of === 'structure' || of === 'furniture' || of === 'footnote' ? 'furniture' : 'draft';
}

/** How many characters of a line as printed are not in it as read. */
function changedIn({ text, printed }: PlacedLine): number {
  if (printed === undefined) return text.split('\uFFFE').length - 1;
  const left = new Map<string, number>();
  for (const character of text.replaceAll(/\s+/gu, '')) left.set(character, (left.get(character) ?? 0) + 1);
  let changed = 0;
  for (const character of printed.replaceAll(/\s+/gu, '')) {
    const count = left.get(character) ?? 0;
    if (count === 0) changed += character.length;
    else left.set(character, count - 1);
  }
  return changed;
}

/** What the report keeps line by line: facts, furniture, and footnotes that are one line, by page and line. */
function keyedLines(report: ImportedReport): Map<string, Piece[]> {
  const keyed = new Map<string, Piece[]>();
  const add = (lines: readonly PlacedLine[], of: 'structure' | 'furniture'): void => {
    for (const { page, line, text } of lines) {
      const key = `${page}.${line}`;
      keyed.set(key, [...(keyed.get(key) ?? []), { text: tight(text), to: { of }, paragraph: line }]);
    }
  };
  add(report.facts, 'structure');
  add(report.furniture, 'furniture');
  return keyed;
}

function streamsOf(report: ImportedReport): readonly Stream[] {
  const stream = (to: Destination, paragraphs: readonly string[]): Stream => {
    const starts: number[] = [];
    let text = '';
    for (const paragraph of paragraphs) {
      starts.push(text.length);
      text += tight(paragraph);
    }
    return { to, text, starts, at: 0 };
  };
  return [
    stream({ of: 'summary' }, report.summary),
    stream({ of: 'improvements' }, report.improvements),
    ...report.areas.map(({ id, paragraphs }) => stream({ of: 'area', id }, paragraphs)),
    ...report.otherSections.map(({ paragraphs }, at) => stream({ of: 'other', at }, paragraphs)),
    ...report.footnotes.map(({ text }) => stream({ of: 'footnote' }, [text])),
    ...report.warnings.flatMap(({ text }) => (text === null ? [] : [stream({ of: 'kept' }, [text])])),
  ];
}

/** The places of one line's characters, from its first: what is kept by its line, then whatever place goes on with them. */
function placePieces(
  line: PlacedLine,
  keyed: ReadonlyMap<string, Piece[]>,
  streams: readonly Stream[],
  current: { stream: Stream | undefined },
): readonly Piece[] {
  let rest = tight(line.text);
  const pieces: Piece[] = [];
  const own = keyed.get(`${line.page}.${line.line}`) ?? [];
  const kept = own.findIndex(({ text }) => rest === text || (text.length === 1 && rest.startsWith(text)));
  const [piece] = kept === -1 ? [] : own.splice(kept, 1);
  if (piece !== undefined) {
    pieces.push(piece);
    rest = rest.slice(piece.text.length);
  }
  while (rest !== '') {
    const stream = streamFor(rest, streams, current.stream);
    if (stream === null) {
      pieces.push({ text: rest, to: nowhere, paragraph: 0 });
      break;
    }
    const length = common(rest, stream);
    pieces.push({
      text: rest.slice(0, length),
      to: stream.to,
      paragraph: stream.starts.findLastIndex((start) => start <= stream.at),
    });
    stream.at += length;
    rest = rest.slice(length);
    if (stream.to.of !== 'kept') current.stream = stream;
  }
  return pieces;
}

/** The place that goes on with a text: the one before where it does with all of it, else the one that does with most. */
function streamFor(text: string, streams: readonly Stream[], before: Stream | undefined): Stream | null {
  if (before?.text.startsWith(text, before.at) === true) return before;
  let best: Stream | null = null;
  let most = 0;
  for (const stream of streams) {
    if (stream.text.charCodeAt(stream.at) !== text.charCodeAt(0)) continue;
    const length = common(text, stream);
    if (length > most) [best, most] = [stream, length];
  }
  return best;
}

function common(text: string, { text: other, at }: Stream): number {
  let length = 0;
  while (length < text.length && text.charCodeAt(length) === other.charCodeAt(at + length)) length += 1;
  return length;
}

function addBlock(
  blocks: AccountBlock[],
  { page, line }: PlacedLine,
  { to, paragraph }: Piece,
  text: string,
  question: string | null,
): void {
  const last = blocks.at(-1);
  const same =
    last !== undefined &&
    last.page === page &&
    last.question === question &&
    last.paragraph === paragraph &&
    JSON.stringify(last.to) === JSON.stringify(to);
  if (same) blocks[blocks.length - 1] = { ...last, lines: [...last.lines, text] };
  else blocks.push({ page, line, lines: [text], to, paragraph, question });
}
