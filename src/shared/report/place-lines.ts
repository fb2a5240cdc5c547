import type { ImportedReport } from './imported-report.ts';
import type { PlacedLine } from './source-text.ts';

/** Where characters of a source can go. */
export type Destination =
  | { readonly of: 'area'; readonly id: string }
  | { readonly of: 'other'; readonly at: number }
  | { readonly of: 'heading'; readonly section: string }
  | { readonly of: 'summary' | 'improvements' | 'structure' | 'footnote' | 'furniture' | 'kept' | 'nowhere' };

/** A paragraph's text without white space, read from its start as the source's lines go into it. */
interface Stream {
  readonly to: Destination;
  /** Which paragraph of its place it is, from 0. */
  readonly paragraph: number;
  text: string;
  /** How much of it has been read. */
  at: number;
}

/** Characters of a line, without white space, that went to one place. */
export interface Piece {
  readonly text: string;
  readonly to: Destination;
  readonly paragraph: number;
}

const nowhere: Piece['to'] = { of: 'nowhere' };
/** So many lines tell apart paragraphs that begin alike: a note’s mark “2” and “2. Ensure that …”. */
const linesAhead = 2;
/** A line from which a footnote’s text goes on shares at least so much with its paragraph, or half of itself. */
const leastShared = 16;
/** A piece that is looked for late is parted at most so often, and into no fewer characters. */
const mostParts = 8;
const leastPart = 5;

/** Whether two destinations are the same place. */
export function samePlace(a: Destination, b: Destination): boolean {
  if (a.of === 'area') return b.of === 'area' && a.id === b.id;
  if (a.of === 'other') return b.of === 'other' && a.at === b.at;
  if (a.of === 'heading') return b.of === 'heading' && a.section === b.section;
  return a.of === b.of;
}

/** A text without white space, broken words with their hyphen. */
export function tight(text: string): string {
  const joined = text.replaceAll(/\s+/gu, '');
  return joined.includes('\uFFFE') ? joined.replaceAll('\uFFFE', '-') : joined;
}

/**
 * Says of each line which of its characters went where in a report: each is read once, in order, into the paragraphs of the
 * report, by what goes on there; what none goes on with is looked for in what is left of them.
 */
export function placeLines(
  lines: readonly PlacedLine[],
  report: ImportedReport,
): readonly { readonly line: PlacedLine; readonly pieces: readonly Piece[] }[] {
  const keyed = keyedLines(report);
  const streams = streamsOf(report);
  const current = { stream: streams[0] };
  const texts = lines.map(({ text }) => tight(text));
  const placed = lines.map((line, at) => {
    const ahead = texts.slice(at + 1, at + 1 + linesAhead).join('');
    return { line, pieces: placePieces(line, texts[at] ?? '', ahead, keyed, streams, current) };
  });
  return placed.map(({ line, pieces }) => ({
    line,
    pieces: pieces.flatMap((piece) => (piece.to === nowhere ? placeLate(piece, streams) : [piece])),
  }));
}

/** What the report keeps line by line: facts, furniture, and footnotes that are one line, by page and line. */
function keyedLines(report: ImportedReport): Map<string, Piece[]> {
  const keyed = new Map<string, Piece[]>();
  const headed = new Map(
    report.headings.flatMap(({ section, lines: [first, ...more] }) =>
      first === undefined
        ? []
        : [first, ...more].map((line) => [
            line,
            { to: { of: 'heading', section } as const, paragraph: first.line },
          ]),
    ),
  );
  const add = (lines: readonly PlacedLine[], of: 'structure' | 'furniture'): void => {
    for (const fact of lines) {
      const key = `${fact.page}.${fact.line}`;
      const { to, paragraph } = headed.get(fact) ?? { to: { of }, paragraph: fact.line };
      keyed.set(key, [...(keyed.get(key) ?? []), { text: tight(fact.text), to, paragraph }]);
    }
  };
  add(report.facts, 'structure');
  add(report.furniture, 'furniture');
  return keyed;
}

function streamsOf(report: ImportedReport): readonly Stream[] {
  const streams = (to: Destination, paragraphs: readonly string[]): readonly Stream[] =>
    paragraphs.map((text, paragraph) => ({ to, paragraph, text: tight(text), at: 0 }));
  return [
    ...streams({ of: 'summary' }, report.summary),
    ...streams({ of: 'improvements' }, report.improvements),
    ...report.areas.flatMap(({ id, paragraphs }) => streams({ of: 'area', id }, paragraphs)),
    ...report.otherSections.flatMap(({ paragraphs }, at) => streams({ of: 'other', at }, paragraphs)),
    ...(report.asides ?? []).flatMap((text) => streams({ of: 'furniture' }, [text])),
    ...report.footnotes.flatMap(({ text }) => streams({ of: 'footnote' }, [text])),
    ...report.warnings.flatMap(({ text }) => (text === null ? [] : streams({ of: 'kept' }, [text]))),
  ];
}

/** The places of one line's characters, from its first: what is kept by its line, then whatever place goes on with them. */
function placePieces(
  line: PlacedLine,
  text: string,
  ahead: string,
  keyed: ReadonlyMap<string, Piece[]>,
  streams: readonly Stream[],
  current: { stream: Stream | undefined },
): readonly Piece[] {
  let rest = text;
  const pieces: Piece[] = [];
  const own = keyed.get(`${line.page}.${line.line}`) ?? [];
  const beginsNote = (words: string): boolean =>
    streams.some(
      (stream) =>
        stream.to.of === 'footnote' && stream.at === 0 && goesOn(words, stream, common(words, stream)),
    );
  const kept = own.findIndex(
    (piece) =>
      rest === piece.text ||
      (rest.startsWith(piece.text) && (piece.text.length === 1 || beginsNote(rest.slice(piece.text.length)))),
  );
  const [piece] = kept === -1 ? [] : own.splice(kept, 1);
  if (piece !== undefined) {
    pieces.push(piece);
    rest = rest.slice(piece.text.length);
  }
  while (rest !== '') {
    const stream = streamFor(rest, ahead, streams, current.stream);
    if (stream === null) {
      pieces.push({ text: rest, to: nowhere, paragraph: 0 });
      break;
    }
    const length = common(rest, stream);
    pieces.push({ text: rest.slice(0, length), to: stream.to, paragraph: stream.paragraph });
    stream.at += length;
    rest = rest.slice(length);
    if (stream.to.of !== 'kept') current.stream = stream;
  }
  return pieces;
}

/**
 * The places of a piece that none went on with in its turn: paragraphs in which it stands, in parts where it must be, further
 * on than they were read. Few characters stand anywhere, so that a short part counts only where all of the piece is placed:
 * a note's mark that went to another paragraph, say.
 */
function placeLate(piece: Piece, streams: readonly Stream[]): readonly Piece[] {
  const [long, short] = [leastPart, 1].map((least) => partsOf(piece.text, streams, least));
  const chosen = long?.rest === '' || short?.rest !== '' ? long : short;
  if (chosen === undefined) return [piece];
  for (const [at, text] of chosen.texts.entries()) {
    const stream = streams[at];
    if (stream !== undefined) stream.text = text;
  }
  return chosen.rest === '' ? chosen.parts : [...chosen.parts, { ...piece, text: chosen.rest }];
}

/** A text in parts of at least so many characters that stand in paragraphs, what is left of it, and the paragraphs' texts without them. */
function partsOf(
  text: string,
  streams: readonly Stream[],
  least: number,
): { readonly parts: readonly Piece[]; readonly rest: string; readonly texts: readonly string[] } {
  const left = streams.map((stream) => ({ ...stream }));
  const parts: Piece[] = [];
  let rest = text;
  while (rest !== '' && parts.length < mostParts) {
    const found = left.map((stream) => ({ stream, length: lengthIn(rest, stream) }));
    const [most] = found.sort((a, b) => b.length - a.length);
    if (most === undefined || most.length < Math.min(least, rest.length)) break;
    const { stream, length } = most;
    const part = rest.slice(0, length);
    const from = stream.text.indexOf(part, stream.at);
    stream.text = stream.text.slice(0, from) + stream.text.slice(from + length);
    parts.push({ text: part, to: stream.to, paragraph: stream.paragraph });
    rest = rest.slice(length);
  }
  return { parts, rest, texts: left.map((stream) => stream.text) };
}

/** How much of a text, from its first character, stands together in what is left of a paragraph. */
function lengthIn(text: string, { text: other, at }: Stream): number {
  let [stands, not] = [0, Math.min(text.length, other.length - at) + 1];
  while (not - stands > 1) {
    const middle = (stands + not) >> 1;
    if (other.includes(text.slice(0, middle), at)) stands = middle;
    else not = middle;
  }
  return stands;
}

/**
 * The paragraph that goes on with a text: the one before where it does, else the one that goes on longest with it and with
 * the lines ahead, where these begin alike. One that holds all of the text, or ends within it, comes before one that parts
 * from it half-way; one that shares little of it is no place of it.
 */
function streamFor(
  text: string,
  ahead: string,
  streams: readonly Stream[],
  before: Stream | undefined,
): Stream | null {
  if (before !== undefined && goesOn(text, before, common(text, before))) return before;
  let best: Stream | null = null;
  let most = 0;
  const first = text.charCodeAt(0);
  for (const stream of streams) {
    if (stream.text.charCodeAt(stream.at) !== first) continue;
    const length = common(text, stream);
    const isWhole = goesOn(text, stream, length);
    if (!isWhole && length < Math.min(leastShared, text.length / 2)) continue;
    const rank = isWhole ? text.length + common(text + ahead, stream) : length;
    if (rank > most) [best, most] = [stream, rank];
  }
  return best;
}

function goesOn(text: string, stream: Stream, length: number): boolean {
  return length > 0 && (length === text.length || stream.at + length === stream.text.length);
}

function common(text: string, { text: other, at }: Stream): number {
  let length = 0;
  while (length < text.length && text.charCodeAt(length) === other.charCodeAt(at + length)) length += 1;
  return length;
}
